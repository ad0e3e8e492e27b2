using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.SignIns;

/// <summary>
/// The failed verifications of one workflow. "AuthWorkflowID" ties the events of one attempt to sign in together; a failed
/// attempt has no UserAuthentication.
/// </summary>
internal sealed class FailedWorkflow
{
    private readonly List<SignInRecord> _records = [];

    /// <summary>Gets how many verifications failed.</summary>
    internal int Count { get; private set; }

    internal long First { get; private set; } = long.MaxValue;

    /// <summary>Gets the last failure.</summary>
    internal SignInRecord Last { get; private set; } = null!;

    /// <summary>Gets at most 64 of the failures, oldest first.</summary>
    internal IEnumerable<SignInRecord> Records => _records.OrderBy(static record => record.Ticks).ThenBy(static record => record.EventId, System.StringComparer.Ordinal);

    /// <summary>Gets the name that was typed, where any record shows one.</summary>
    internal string? UserName => Last.UserName ?? _records.Find(static record => record.UserName is not null)?.UserName;

    internal string? UserId => Last.UserId ?? _records.Find(static record => record.UserId is not null)?.UserId;

    /// <summary>Gets a value indicating whether one of the failures meets what was asked of one event of the session.</summary>
    internal bool IsWanted { get; private set; }

    internal void Add(SignInRecord record)
    {
        Count++;
        IsWanted |= record.IsWanted;
        First = System.Math.Min(First, record.Ticks);
        if (Last is null || record.Ticks > Last.Ticks || (record.Ticks == Last.Ticks && string.CompareOrdinal(record.EventId, Last.EventId) > 0))
        {
            Last = record;
        }

        if (_records.Count < CallActivity.Most)
        {
            _records.Add(record);
        }
    }
}
