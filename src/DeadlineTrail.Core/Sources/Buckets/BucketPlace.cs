namespace DeadlineTrail.Sources.Buckets;

/// <summary>Where a bucket is, as far as the user said.</summary>
/// <param name="BucketName">Its name.</param>
/// <param name="Region">The Region it lies in; null to find out.</param>
/// <param name="RequesterPays">Whether the caller agrees to pay for the requests.</param>
internal sealed record BucketPlace(string BucketName, string? Region, bool RequesterPays)
{
    /// <summary>Gets the Region in which S3 is asked where the bucket lies; null for the default one.</summary>
    internal string? AskedIn { get; init; }

    /// <summary>Gets how many logs are downloaded at once.</summary>
    internal int AtOnce { get; init; } = BucketTrailSource.DefaultThrottleLimit;
}
