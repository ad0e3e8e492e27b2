using System;
using System.Net;
using Amazon.S3;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Aws.Storage;

/// <summary>What S3 means when it refuses, and what to do about it.</summary>
internal static class S3Refusals
{
    /// <summary>Gives the exception a refused request ends with.</summary>
    internal static LogStoreException Of(AmazonS3Exception refusal, string bucket, string key, string permission, bool pays)
    {
        var said = string.IsNullOrEmpty(refusal.ErrorCode) ? refusal.Message : $"{refusal.Message} ({refusal.ErrorCode})";
        return refusal.StatusCode switch
        {
            // The codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
            _ when refusal.ErrorCode is "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" or "TokenRefreshRequired" => new LogStoreException(
                ProblemKind.CredentialsRefused, $"S3 does not take the credentials: {said}", refusal),
            HttpStatusCode.Forbidden when refusal.ErrorCode == "InvalidObjectState" => new LogStoreException(
                ProblemKind.Unreadable, $"it was moved to an archive and must be restored before it can be read: {said}", refusal),

            // "You need the kms:Decrypt permission to download an object that is encrypted with a KMS key": S3 gives the
            // message of KMS along.
            HttpStatusCode.Forbidden when Mentions(refusal, "kms:Decrypt") || Mentions(refusal, "KMS") => new LogStoreException(
                ProblemKind.AccessDenied, $"the permission kms:Decrypt for the key it is encrypted with is missing: {said}", refusal),

            // A missing permission is told at length; a bucket whose owner does not pay says no more than this.
            HttpStatusCode.Forbidden => new LogStoreException(
                ProblemKind.AccessDenied,
                $"the permission {permission} on s3://{bucket}/{key} is missing{(!pays && refusal.Message is "Access Denied" or "Forbidden" ? ", or the bucket's owner lets only those in who pay for it (-RequesterPays)" : string.Empty)}: {said}",
                refusal),
            HttpStatusCode.NotFound when refusal.ErrorCode == "NoSuchBucket" => new LogStoreException(
                ProblemKind.NotFound, $"there is no bucket {bucket}: {said}", refusal),
            HttpStatusCode.NotFound => new LogStoreException(
                ProblemKind.NotFound, $"it is not there, or no longer: {said}", refusal),
            HttpStatusCode.PreconditionFailed => new LogStoreException(
                ProblemKind.Unreadable, "it was replaced by another version while it was read; ask again", refusal),
            _ => new LogStoreException(ProblemKind.Unreadable, said, refusal),
        };
    }

    private static bool Mentions(AmazonS3Exception refusal, string what) =>
        refusal.Message.IndexOf(what, StringComparison.Ordinal) >= 0;
}
