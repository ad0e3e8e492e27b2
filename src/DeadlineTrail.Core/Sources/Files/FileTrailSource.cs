using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources.Files;

/// <summary>Log files and folders of them, as one source: ordered, without duplicates and limited over all of them.</summary>
/// <param name="paths">Files and folders, resolved.</param>
internal sealed class FileTrailSource(IReadOnlyList<string> paths) : ITrailSource
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets how many threads read.</summary>
    internal int Threads { get; init; } = Math.Max(1, Math.Min(Environment.ProcessorCount, 8));

    /// <summary>Gets how many files the last reading took to their end; others may have been read ahead in vain.</summary>
    internal int FilesTaken { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var files = new LogSelection(query, observer, cancellation).Select(paths);
        var plan = new ReadingPlan(files);
        var order = EventOrder.For(query);
        var summary = new ReadingSummary(plan.Files, observer);
        var given = 0L;

        using (var scan = new ParallelScan(plan.Files, query, Threads, cancellation))
        {
            var told = clock.Elapsed;
            while (!scan.IsCompleted && given < query.MaxEvents)
            {
                var batch = scan.Take(Tick);
                if (batch is not null)
                {
                    foreach (var trailEvent in batch.Events)
                    {
                        order.Add(trailEvent);
                    }

                    if (batch.Report is not null)
                    {
                        summary.Add(batch);
                        FilesTaken = summary.FilesDone;
                        plan.Complete(batch.File);
                        scan.Taken(plan.FirstOpen);
                    }

                    foreach (var trailEvent in order.Release(plan.Watermark))
                    {
                        yield return trailEvent;
                        if (++given == query.MaxEvents)
                        {
                            break;
                        }
                    }
                }

                if (clock.Elapsed - told > Tick)
                {
                    told = clock.Elapsed;
                    observer.Progress(summary.Progress(given));
                }
            }
        }

        if (given < query.MaxEvents)
        {
            // Without any file nothing was released yet; with the last one everything was.
            foreach (var trailEvent in order.Release(EventOrder.Everything).Take((int)Math.Min(int.MaxValue, query.MaxEvents - given)))
            {
                given++;
                yield return trailEvent;
            }
        }

        summary.Tell(order, query, given, clock.Elapsed);
    }
}
