namespace DeadlineTrail.Sources.Buckets;

/// <summary>Where a trail delivers its logs.</summary>
/// <param name="BucketName">The bucket.</param>
/// <param name="KeyPrefix">What it puts before AWSLogs; empty when nothing.</param>
internal sealed record TrailPlace(string BucketName, string KeyPrefix);
