using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>Reads a bucket as the cmdlet does, and keeps what was told.</summary>
internal sealed class BucketReading(Uri endpoint, LoopbackKey key) : ITrailObserver
{
    internal const string Bucket = "studio-trail-logs";

    internal string Name { get; init; } = Bucket;

    internal string AskedFirst { get; init; } = "eu-west-1";

    internal string? Region { get; init; }

    internal bool RequesterPays { get; init; }

    internal int ThrottleLimit { get; init; } = 8;

    internal string KeyPrefix { get; init; } = "trails/studio";

    internal List<TrailProblem> Problems { get; } = [];

    internal List<TrailWarning> Warnings { get; } = [];

    internal async Task<ILogStore> OpenAsync()
    {
        var settings = new AwsSettings { AccessKey = key.AccessKeyId, SecretKey = key.SecretAccessKey, SessionRegion = AskedFirst, EndpointUrl = endpoint };
        var session = await new AwsServices().OpenAsync(settings, CancellationToken.None);
        return await session.OpenBucketAsync(new BucketPlace(Name, Region, RequesterPays) { AtOnce = ThrottleLimit }, CancellationToken.None);
    }

    /// <summary>The event IDs of the farm, as they come.</summary>
    internal async Task<List<string>> ReadAsync()
    {
        var store = await OpenAsync();
        return await Task.Run(() => Read(store, new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }, CancellationToken.None).Select(found => found.EventId!).ToList());
    }

    internal IEnumerable<TrailEvent> Read(ILogStore store, TrailQuery query, CancellationToken cancellation) =>
        new BucketTrailSource(store, new BucketScope { BucketName = Name, KeyPrefix = KeyPrefix }) { ThrottleLimit = ThrottleLimit, Today = new DateTime(2026, 3, 8, 0, 0, 0, DateTimeKind.Utc) }
            .Read(query, this, cancellation);

    public void Problem(TrailProblem problem) => Problems.Add(problem);

    public void Warn(TrailWarning warning) => Warnings.Add(warning);

    public void Tell(string message)
    {
    }

    public void Progress(ReadingProgress progress)
    {
    }
}
