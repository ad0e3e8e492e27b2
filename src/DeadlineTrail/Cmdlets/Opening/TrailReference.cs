namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Where a trail delivers its logs, or the trail whose bucket is still to be looked up.</summary>
/// <param name="Name">The name or the ARN of the trail; null where the bucket is all that is known.</param>
/// <param name="BucketName">The bucket; empty where it is to be looked up.</param>
/// <param name="KeyPrefix">What stands before AWSLogs in the bucket; empty for nothing.</param>
internal sealed record TrailReference(string? Name, string BucketName, string KeyPrefix)
{
    /// <summary>Gets what is known of it already; null for nothing.</summary>
    internal TrailSource? Known { get; init; }
}
