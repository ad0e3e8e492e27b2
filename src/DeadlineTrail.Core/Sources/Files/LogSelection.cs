using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Files;

/// <summary>Which of the files named are read for a query. They are found all at once.</summary>
/// <param name="paths">Files and folders, resolved.</param>
/// <param name="query">What is asked.</param>
internal sealed class LogSelection(IReadOnlyList<string> paths, TrailQuery query) : ILogSupply
{
    private readonly List<LogFile> _selected = [];
    private readonly List<TrailProblem> _problems = [];
    private readonly List<string> _told = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _otherKinds = new(StringComparer.Ordinal);
    private long _tooOld;

    /// <inheritdoc/>
    public LogPortion Next(CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(LongPath.Of(path)))
            {
                foreach (var log in new LogFolder(_problems.Add, _told.Add, cancellation).Find(path))
                {
                    Consider(log);
                }
            }
            else
            {
                Consider(LocalLogFile.Of(new FileInfo(LongPath.Of(path))));
            }
        }

        foreach (var kind in _otherKinds)
        {
            _told.Add($"Passed over {kind.Value} file(s) of the kind {kind.Key}: they hold no events.");
        }

        if (_tooOld > 0)
        {
            _told.Add($"Passed over {_tooOld} file(s) delivered before the day the query starts: an event is delivered after it happened.");
        }

        return new LogPortion(_selected, null, _problems, _told);
    }

    private void Consider(LocalLogFile found)
    {
        // A folder by itself has every file once.
        if (paths.Count > 1 && !_seen.Add(found.Path))
        {
            return;
        }

        if (found.OtherKind is { } other)
        {
            _otherKinds[other] = _otherKinds.TryGetValue(other, out var count) ? count + 1 : 1;
            return;
        }

        if (found.Failure is { } failure)
        {
            _problems.Add(LogProblems.File(found.Path, failure));
            return;
        }

        if (found.StampTicks is { } stamp && stamp < FirstDay(query.StartTicks))
        {
            _tooOld++;
            return;
        }

        _selected.Add(found);
    }

    /// <summary>The day from which on files can hold an event: its own; the one before when it is within 15 minutes of
    /// midnight, as clocks are not quite the same.</summary>
    private static long FirstDay(long startTicks) => startTicks < TimeSpan.TicksPerDay
        ? long.MinValue
        : new DateTime(startTicks - TimeSpan.FromMinutes(15).Ticks).Date.Ticks;
}
