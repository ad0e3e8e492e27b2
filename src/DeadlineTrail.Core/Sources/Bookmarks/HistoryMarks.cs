using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>One run through Event history: from where each Region is asked, and how far it has come when it is over.</summary>
internal sealed class HistoryMarks : IHistoryMemory
{
    /// <summary>
    /// How far behind the mark events are looked for. "CloudTrail typically delivers events within an average of about 5
    /// minutes of an API call. This time is not guaranteed" is said of trails,
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html; that Event history is
    /// no more than a day behind is inferred.
    /// </summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private readonly Bookmark _bookmark;
    private readonly IReadOnlyList<string> _asked;
    private readonly Dictionary<string, long> _finished = new(StringComparer.Ordinal);

    /// <summary>Makes the marks of a run.</summary>
    /// <param name="bookmark">The bookmark.</param>
    /// <param name="asked">The Regions that are asked: those that were never read to their end are not in the bookmark yet.</param>
    internal HistoryMarks(Bookmark bookmark, IReadOnlyList<string> asked)
    {
        _bookmark = bookmark;
        _asked = asked;
    }

    /// <summary>Gets the first instant that any Region is asked for. What is older is not looked for anywhere, and what was
    /// returned of it need not be remembered.</summary>
    internal long First => _asked.Concat(_bookmark.Groups.Keys).Select(Since).DefaultIfEmpty(_bookmark.StartTicks).Min();

    /// <inheritdoc/>
    public long Since(string region) => Since(_bookmark.Groups.TryGetValue(region, out var group) ? group.HighTicks : _bookmark.StartTicks);

    /// <inheritdoc/>
    public void Finished(string region, long until) => _finished[region] = until;

    /// <summary>Moves the bookmark to where the run has come.</summary>
    /// <param name="cutAt">Ticks (UTC) of the last event that was handed out, where there may be more; else null.</param>
    internal void Finish(long? cutAt)
    {
        foreach (var region in _finished)
        {
            var group = _bookmark.Group(region.Key);
            group.HighTicks = Math.Max(group.HighTicks, Math.Min(region.Value, cutAt ?? long.MaxValue));
        }

        _bookmark.Returned.Forget(First);
    }

    private long Since(long high) => Math.Max(_bookmark.StartTicks, high - Overlap.Ticks);
}
