using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources;

/// <summary>
/// Reads logs, wherever they come from: several at once, ordered, without duplicates and limited over all of them.
/// </summary>
/// <param name="supply">Finds the logs.</param>
/// <param name="threads">How many are read at once.</param>
/// <param name="filesAhead">How many may be read in vain when the answer ends early; a few for each thread are in any case.</param>
internal sealed class LogReading(ILogSupply supply, int threads, int filesAhead = 0)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhileListing = TimeSpan.FromMilliseconds(5);

    private readonly ReadingPlan _plan = new();

    /// <summary>Gets how many files the last reading took to their end; others may have been read ahead in vain.</summary>
    internal int FilesTaken { get; private set; }

    /// <summary>Gets who is told of every file that was read, or could not be; null for nobody.</summary>
    internal Action<LogFile, ScanReport>? FileRead { get; init; }

    /// <summary>Reads what a query asks for.</summary>
    /// <inheritdoc cref="ITrailSource.Read"/>
    internal IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var order = EventOrder.For(query);
        var summary = new ReadingSummary(observer);
        var given = 0L;

        using (var ahead = new LogSupplyAhead(supply, cancellation))
        using (var scan = new ParallelScan(query, threads, filesAhead, cancellation))
        {
            Plan(ahead.First(), scan, summary, observer);
            var told = clock.Elapsed;
            while (given < query.MaxEvents && (!_plan.IsWhole || !scan.IsCompleted))
            {
                while (!_plan.IsWhole && ahead.TryTake(out var portion))
                {
                    Plan(portion, scan, summary, observer);
                }

                // One log after the other, as if they came so: what is final depends neither on which was read to its end
                // first nor on how many were ready together. And once without a batch, for what the listing alone has made final.
                foreach (var batch in scan.Take(_plan.IsWhole ? Tick : WhileListing).Append<ScanBatch?>(null))
                {
                    Take(batch, isInTurn: query.Order == TrailOrder.Unordered, order, summary);
                    do
                    {
                        foreach (var trailEvent in order.Release(_plan.Watermark))
                        {
                            yield return trailEvent;
                            if (++given == query.MaxEvents)
                            {
                                break;
                            }
                        }
                    }
                    while (given < query.MaxEvents && Close(order));

                    if (given == query.MaxEvents)
                    {
                        break;
                    }
                }

                scan.Taken(_plan.FirstOpen, _plan.MatchesHeld);
                if (clock.Elapsed - told > Tick)
                {
                    told = clock.Elapsed;
                    observer.Progress(summary.Progress(given));
                }
            }
        }

        if (given < query.MaxEvents)
        {
            // With the last file everything became final; without any, nothing was asked yet.
            foreach (var trailEvent in order.Release(EventOrder.Everything))
            {
                yield return trailEvent;
                if (++given == query.MaxEvents)
                {
                    break;
                }
            }
        }

        summary.Tell(order, query, given, clock.Elapsed);
    }

    private void Plan(LogPortion portion, ParallelScan scan, ReadingSummary summary, ITrailObserver observer)
    {
        foreach (var problem in portion.Problems)
        {
            observer.Problem(problem);
        }

        foreach (var warning in portion.Warnings)
        {
            observer.Warn(warning);
        }

        foreach (var told in portion.Told)
        {
            observer.Tell(told);
        }

        summary.Expect(portion.Files);
        scan.Add(_plan.Add(portion), isLast: _plan.IsWhole);
    }

    private void Take(ScanBatch? batch, bool isInTurn, EventOrder order, ReadingSummary summary)
    {
        if (batch is null)
        {
            return;
        }

        if (isInTurn)
        {
            Add(batch.Events, order);
        }
        else
        {
            // All of a log is in one batch, since in order nothing goes out before its end was seen.
            batch.Log.Waiting = batch.Events;
        }

        if (batch.Report is not null)
        {
            summary.Add(batch);
            FileRead?.Invoke(batch.Log.File, batch.Report);
            FilesTaken = summary.FilesDone;
            _plan.Complete(batch.Log, batch.Report.Matches);
        }
    }

    /// <summary>Closes the next log, and puts its events in order; false when it was not read to its end.</summary>
    private bool Close(EventOrder order)
    {
        if (!_plan.TryClose(out var log))
        {
            return false;
        }

        Add(log.Waiting, order);
        log.Waiting = [];
        return true;
    }

    private static void Add(IReadOnlyList<TrailEvent> events, EventOrder order)
    {
        foreach (var trailEvent in events)
        {
            order.Add(trailEvent);
        }
    }
}
