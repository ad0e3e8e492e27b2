using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Testing;

/// <summary>The truth about one record: what it says, what it is about, when and where it was delivered.</summary>
public sealed class LedgerRecord
{
    private readonly List<string> _files = [];

    internal LedgerRecord(string json) => Json = json;

    /// <summary>The record's text as it lies in the file.</summary>
    public string Json { get; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime EventTime { get; init; }

    public required string EventId { get; init; }

    public required string EventSource { get; init; }

    public required string EventName { get; init; }

    /// <summary>The record's own <c>awsRegion</c>, which may differ from that of its folder.</summary>
    public required string Region { get; init; }

    public required string AccountId { get; init; }

    public required string? ErrorCode { get; init; }

    /// <summary>Every identifier of Deadline Cloud in request, response, resources and error message.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>When the first file with it was delivered, UTC.</summary>
    public DateTime Delivered { get; internal set; }

    /// <summary>The keys of the files it lies in: one, or two for a duplicate.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Whether this is a record of AWS Deadline Cloud.</summary>
    public bool IsDeadline => EventSource == "deadline.amazonaws.com";

    /// <summary>Whether this is a denial, by either of the two names it has.</summary>
    public bool IsDenied => ErrorCode is "AccessDenied" or "AccessDeniedException";

    /// <summary>Whether an identifier is among <see cref="About"/>.</summary>
    public bool IsAbout(string id) => About.Contains(id, StringComparer.Ordinal);

    internal void LiesIn(string key, DateTime delivered)
    {
        if (_files.Count == 0 || delivered < Delivered)
        {
            Delivered = delivered;
        }

        _files.Add(key);
    }
}
