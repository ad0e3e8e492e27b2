using System;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>What can be wrong with a bucket, in sentences.</summary>
internal static class BucketProblems
{
    internal static TrailProblem Listing(BucketScope scope, string prefix, Exception failure) => new(
        failure is LogStoreException refused ? refused.Kind : ProblemKind.Unreadable,
        Address(scope.BucketName, prefix),
        $"The folder {Address(scope.BucketName, prefix)} cannot be listed, so the logs in it are missing from the answer: {failure.Message}",
        failure);

    internal static string Address(string bucket, string key) => "s3://" + bucket + "/" + key;
}
