using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>
/// In which order logs are read, and what of the answer is final when some of them were. It grows while it is worked off
/// and forgets what is done.
/// </summary>
/// <remarks>
/// A record is delivered after it happened, and the name of its file carries the time of delivery. So when every file
/// delivered after some time was read, nothing newer than that time can come any more. The stamps are cut to the minute
/// and clocks are not quite the same: on 30,000 genuine records file time minus event time was 0 to 15 minutes and never
/// negative; five minutes are allowed all the same.
/// </remarks>
internal sealed class ReadingPlan
{
    private static readonly long Allowance = TimeSpan.FromMinutes(5).Ticks;

    private readonly Queue<PlannedLog> _open = new();
    private long _planned;
    private long? _newestLeft = long.MaxValue;

    /// <summary>Gets a value indicating whether no more logs will be added.</summary>
    internal bool IsWhole => _newestLeft is null;

    /// <summary>Gets the number of the first log that is not read to its end.</summary>
    internal long FirstOpen => _open.Count == 0 ? _planned : _open.Peek().Number;

    /// <summary>Adds logs: undated ones first, then from the newest stamp to the oldest.</summary>
    /// <returns>The logs in the order in which they are to be read.</returns>
    internal IReadOnlyList<PlannedLog> Add(LogPortion portion)
    {
        var added = portion.Files
            .OrderByDescending(file => file.StampTicks ?? long.MaxValue)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new PlannedLog(file, _planned++))
            .ToArray();
        foreach (var log in added)
        {
            _open.Enqueue(log);
        }

        _newestLeft = portion.NewestLeft;
        return added;
    }

    /// <summary>Gets how many matches logs have that were read ahead of the first one that is open.</summary>
    internal long MatchesHeld { get; private set; }

    /// <summary>Notes that a log was read to its end. It stays open until all before it are closed.</summary>
    /// <param name="log">The log.</param>
    /// <param name="matches">How many of its events match.</param>
    internal void Complete(PlannedLog log, long matches)
    {
        log.IsDone = true;
        log.Matches = matches;
        MatchesHeld += log.Matches;
    }

    /// <summary>Closes the first log that is open, if it was read to its end.</summary>
    internal bool TryClose(out PlannedLog log)
    {
        log = _open.Count > 0 ? _open.Peek() : null!;
        if (log is not { IsDone: true })
        {
            return false;
        }

        MatchesHeld -= _open.Dequeue().Matches;
        return true;
    }

    /// <summary>Gets the time (ticks, UTC) behind which nothing can come any more.</summary>
    internal long Watermark
    {
        get
        {
            var newest = _open.Count > 0 ? _open.Peek().File.StampTicks ?? long.MaxValue : _newestLeft;
            return newest switch
            {
                null => EventOrder.Everything,
                > long.MaxValue / 2 => long.MaxValue,
                { } stamp => stamp + Allowance,
            };
        }
    }
}

/// <summary>A log with its place in the plan.</summary>
/// <param name="file">The log.</param>
/// <param name="number">Its place, counted from 0.</param>
internal sealed class PlannedLog(LogFile file, long number)
{
    internal LogFile File { get; } = file;

    internal long Number { get; } = number;

    internal bool IsDone { get; set; }

    /// <summary>Gets or sets how many of its events match, once it is done.</summary>
    internal long Matches { get; set; }

    /// <summary>Gets or sets those that wait for its turn.</summary>
    internal IReadOnlyList<TrailEvent> Waiting { get; set; } = [];
}
