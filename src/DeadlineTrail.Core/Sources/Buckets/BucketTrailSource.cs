using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>The logs of trails in their buckets.</summary>
/// <param name="places">The buckets, and the parts of them that are wanted.</param>
internal sealed class BucketTrailSource(IReadOnlyList<(ILogStore Store, BucketScope Scope)> places) : ITrailSource
{
    /// <summary>How many logs are downloaded at once unless it is said otherwise.</summary>
    internal const int DefaultThrottleLimit = 16;

    /// <summary>A source of one bucket.</summary>
    internal BucketTrailSource(ILogStore store, BucketScope scope)
        : this([(store, scope)])
    {
    }

    /// <summary>Gets how many logs are downloaded at once. Each is inflated and scanned while it comes in.</summary>
    internal int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>Gets today (UTC): later deliveries are not there yet.</summary>
    internal DateTime Today { get; init; } = DateTime.UtcNow.Date;

    /// <summary>Gets what earlier readings leave to read; null to read everything.</summary>
    internal IBucketMemory? Memory { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        var supplies = places.Select(place => new BucketSupply(place.Store, place.Scope, query, ThrottleLimit, Today) { Memory = Memory }).ToArray();
        var reading = new LogReading(new BucketSupplies(supplies), ThrottleLimit) { FileRead = Memory is null ? null : Memory.Read };
        LateDelivery? late = null;
        foreach (var trailEvent in reading.Read(query, observer, cancellation))
        {
            late ??= supplies.Where(static supply => supply.IsCutOff).Select(static supply => new LateDelivery(supply.LastDay)).FirstOrDefault();
            if (late?.Look(trailEvent) is { } warning)
            {
                observer.Warn(warning);
            }

            yield return trailEvent;
        }
    }
}
