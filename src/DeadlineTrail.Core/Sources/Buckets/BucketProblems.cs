using System;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>What can be wrong with a bucket, in sentences.</summary>
internal static class BucketProblems
{
    private const string Scheme = "s3://";

    internal static TrailProblem Listing(BucketScope scope, string prefix, Exception failure) => new(
        failure is LogStoreException refused ? refused.Kind : ProblemKind.Unreadable,
        Address(scope.BucketName, prefix),
        $"The folder {Address(scope.BucketName, prefix)} cannot be listed, so the logs in it are missing from the answer: {failure.Message}",
        failure);

    internal static string Address(string bucket, string key) => Scheme + bucket + "/" + key;

    /// <summary>Takes an address apart; null when it is none.</summary>
    internal static (string BucketName, string Key)? TryParse(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal) && address.IndexOf('/', Scheme.Length) is var slash && slash > Scheme.Length
            ? (address.Substring(Scheme.Length, slash - Scheme.Length), address.Substring(slash + 1))
            : null;
}
