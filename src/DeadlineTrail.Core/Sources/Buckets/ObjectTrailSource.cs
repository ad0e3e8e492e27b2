using System.Collections.Generic;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>Objects that were named one by one, as one source.</summary>
/// <param name="files">The objects.</param>
internal sealed class ObjectTrailSource(IReadOnlyList<LogFile> files) : ITrailSource
{
    /// <summary>Gets how many are downloaded at once.</summary>
    internal int ThrottleLimit { get; init; } = BucketTrailSource.DefaultThrottleLimit;

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation) =>
        new LogReading(new Supply(files), ThrottleLimit).Read(query, observer, cancellation);

    private sealed class Supply(IReadOnlyList<LogFile> files) : ILogSupply
    {
        public LogPortion Next(CancellationToken cancellation) => new(files, null, [], []);
    }
}
