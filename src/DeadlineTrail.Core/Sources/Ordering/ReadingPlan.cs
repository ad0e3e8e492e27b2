using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>
/// In which order files are read, and what of the answer is final when some of them were.
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

    private readonly bool[] _done;
    private int _firstOpen;

    /// <summary>Makes a plan: undated files first, then from the newest stamp to the oldest.</summary>
    internal ReadingPlan(IEnumerable<LogFile> files)
    {
        Files = files
            .OrderByDescending(file => file.StampTicks ?? long.MaxValue)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();
        _done = new bool[Files.Count];
    }

    /// <summary>Gets the files in the order in which they are to be read.</summary>
    internal IReadOnlyList<LogFile> Files { get; }

    /// <summary>Gets how many files are read from the first on without a gap.</summary>
    internal int FirstOpen => _firstOpen;

    /// <summary>Notes that a file was read to its end.</summary>
    /// <param name="index">Its place in <see cref="Files"/>.</param>
    internal void Complete(int index)
    {
        _done[index] = true;
        while (_firstOpen < _done.Length && _done[_firstOpen])
        {
            _firstOpen++;
        }
    }

    /// <summary>Gets the time (ticks, UTC) behind which nothing can come any more.</summary>
    internal long Watermark => _firstOpen == Files.Count
        ? EventOrder.Everything
        : Files[_firstOpen].StampTicks is { } stamp ? stamp + Allowance : long.MaxValue;
}
