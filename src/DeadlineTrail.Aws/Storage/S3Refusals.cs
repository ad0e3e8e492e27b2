using System.Net;
using Amazon.S3;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Aws.Storage;

/// <summary>What S3 means when it refuses, and what to do about it.</summary>
internal static class S3Refusals
{
    /// <summary>Gives the exception a refused request ends with.</summary>
    internal static LogStoreException Of(AmazonS3Exception refusal, string bucket, string key, string permission)
    {
        var said = string.IsNullOrEmpty(refusal.ErrorCode) ? refusal.Message : $"{refusal.Message} ({refusal.ErrorCode})";
        return refusal.StatusCode switch
        {
            // "You need the kms:Decrypt permission to download an object that is encrypted with a KMS key": S3 gives the
            // message of KMS along.
            HttpStatusCode.Forbidden when Mentions(refusal, "kms:Decrypt") || Mentions(refusal, "KMS") => new LogStoreException(
                ProblemKind.AccessDenied, $"the permission kms:Decrypt for the key it is encrypted with is missing: {said}", refusal),
            HttpStatusCode.Forbidden => new LogStoreException(
                ProblemKind.AccessDenied, $"the permission {permission} on s3://{bucket}/{key} is missing, or the bucket belongs to somebody who lets only paying callers in (-RequesterPays): {said}", refusal),
            HttpStatusCode.NotFound when refusal.ErrorCode == "NoSuchBucket" => new LogStoreException(
                ProblemKind.NotFound, $"there is no bucket {bucket}: {said}", refusal),
            HttpStatusCode.NotFound => new LogStoreException(
                ProblemKind.NotFound, $"it is no longer there: {said}", refusal),
            HttpStatusCode.PreconditionFailed => new LogStoreException(
                ProblemKind.Unreadable, "it was replaced by another version while it was read; ask again", refusal),
            _ => new LogStoreException(ProblemKind.Unreadable, said, refusal),
        };
    }

    private static bool Mentions(AmazonS3Exception refusal, string what) =>
        refusal.Message.IndexOf(what, System.StringComparison.Ordinal) >= 0;
}
