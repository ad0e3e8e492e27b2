namespace DeadlineTrail.Sources.Buckets;

/// <summary>Where a bucket is, as far as the user said.</summary>
/// <param name="BucketName">Its name.</param>
/// <param name="Region">The Region it lies in; null to find out.</param>
/// <param name="RequesterPays">Whether the caller agrees to pay for the requests.</param>
internal sealed record BucketPlace(string BucketName, string? Region, bool RequesterPays)
{
    /// <summary>Gets a Region of the bucket's partition, where one is known: it is asked where the bucket lies.</summary>
    internal string? NearRegion { get; init; }

    /// <summary>Gets how many logs are downloaded at once.</summary>
    internal int AtOnce { get; init; } = BucketTrailSource.DefaultThrottleLimit;
}
