using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// CloudTrail's Event history of one account in one or more Regions, as one source: merged, ordered, without duplicates
/// and limited over all of them, as pages arrive.
/// </summary>
/// <param name="service">Makes the calls.</param>
/// <param name="quotaOwner">Whose quota they count against.</param>
/// <param name="regions">The Regions.</param>
internal sealed class EventHistorySource(IEventHistoryService service, string quotaOwner, IReadOnlyList<HistoryRegion> regions) : ITrailSource
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets time.</summary>
    internal IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>Gets the quota.</summary>
    internal RequestQuota Quota { get; init; } = RequestQuota.OfProcess;

    /// <summary>Gets what gives a number from 0 to 1, other each time.</summary>
    internal Func<double> Random { get; init; } = new Jitter().Next;

    /// <summary>Gets what chooses the attributes that the service compares: one lookup of a Region for each.</summary>
    internal Func<TrailQuery, HistoryRegion, IReadOnlyList<LookupAttribute?>> ChooseAttributes { get; init; } = LookupAttributeChoice.Best;

    /// <summary>Gets from when on each Region is read; null for the query's start everywhere.</summary>
    internal IHistoryMemory? Memory { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        var range = HistoryRange.Of(query, Clock.UtcNow);
        if (range.Warning is { } outside)
        {
            observer.Warn(outside);
        }

        foreach (var warning in RecordingCoverage.Warnings(query, TrailSources.OfHistory(regions[0].Name, null), []))
        {
            observer.Warn(warning);
        }

        if (range.IsEmpty)
        {
            observer.Tell("Event history can hold nothing of the range, so nothing was asked.");
            yield break;
        }

        var lookups = regions.SelectMany(region => ChooseAttributes(query, region).Select(attribute =>
            new RegionLookup(region, attribute, StartOf(region, range), range.End, Quota.Of(quotaOwner, region.Name), Clock, Random))).ToList();
        var order = EventOrder.For(query);
        var report = new HistoryReport(lookups, range, query, observer, Clock);
        var calls = new HistoryCalls(service, new HistoryRecordReader(query));
        var given = 0L;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            report.Begin();
            while (given < query.MaxEvents)
            {
                // Only what is put in order waits for the others; the rest may run ahead.
                var merged = query.Order == TrailOrder.NewestFirst ? Watermark(lookups) : long.MinValue;
                var wait = calls.Start(lookups, merged, Tick, stop.Token);
                Clock.WaitAny(calls.UnderWay, wait, cancellation);
                foreach (var record in calls.TakeEnded(report))
                {
                    order.Add(record);
                }

                report.Look();
                foreach (var trailEvent in order.Release(Watermark(lookups)))
                {
                    yield return trailEvent;
                    if (++given == query.MaxEvents)
                    {
                        break;
                    }
                }

                if (lookups.TrueForAll(static lookup => lookup.IsFinished))
                {
                    break;
                }

                report.Progress(given, Watermark(lookups));
            }

            Finish(lookups, range);
            report.End(order, given);
        }
        finally
        {
            stop.Cancel();
        }
    }

    private long? StartOf(HistoryRegion region, HistoryRange range) =>
        Memory is null ? range.RequestStart : (range with { Start = HistoryRange.Down(Memory.Since(region.Name)) }).RequestStart;

    private void Finish(List<RegionLookup> lookups, HistoryRange range)
    {
        foreach (var (region, until) in FinishedRegions.Of(lookups, range.End))
        {
            Memory?.Finished(region, until);
        }
    }

    private static long Watermark(List<RegionLookup> lookups) => lookups.Count == 0 ? EventOrder.Everything : lookups.Max(static lookup => lookup.Watermark);

    /// <summary>Random numbers for readings on several threads; each has its own.</summary>
    private sealed class Jitter
    {
        private static int s_seeds = Environment.TickCount;

        private readonly Random _random = new(Interlocked.Increment(ref s_seeds));

        internal double Next() => _random.NextDouble();
    }
}
