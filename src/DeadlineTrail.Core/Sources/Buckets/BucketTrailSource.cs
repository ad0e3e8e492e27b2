using System;
using System.Collections.Generic;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>A trail's logs in its bucket.</summary>
/// <param name="store">The bucket.</param>
/// <param name="scope">The part of it that is wanted.</param>
internal sealed class BucketTrailSource(ILogStore store, BucketScope scope) : ITrailSource
{
    /// <summary>How many logs are downloaded at once unless it is said otherwise.</summary>
    internal const int DefaultThrottleLimit = 16;

    /// <summary>Gets how many logs are downloaded at once. Each is inflated and scanned while it comes in.</summary>
    internal int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>Gets today (UTC): later deliveries are not there yet.</summary>
    internal DateTime Today { get; init; } = DateTime.UtcNow.Date;

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation) =>
        new LogReading(new BucketSupply(store, scope, query, ThrottleLimit, Today), ThrottleLimit).Read(query, observer, cancellation);
}
