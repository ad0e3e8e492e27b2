using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Aws.Storage;

/// <summary>Opens buckets, each in the Region it lies in.</summary>
/// <param name="access">Credentials, and how to reach AWS.</param>
internal sealed class S3Buckets(AwsAccess access)
{
    // "us-east-1" answers for the buckets of all Regions of its partition.
    private const string AskedOtherwise = "us-east-1";

    /// <summary>Opens a bucket.</summary>
    /// <param name="place">The bucket.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AwsSetupException">No Region is known, and nobody tells where the bucket lies.</exception>
    internal async Task<ILogStore> OpenAsync(BucketPlace place, CancellationToken cancellation)
    {
        var payer = place.RequesterPays ? RequestPayer.Requester : null;
        if (place.Region is { } known)
        {
            return new S3LogStore(Create(known, place), place.BucketName, payer, access);
        }

        var region = place.NearRegion ?? await RegionSearch.TryFindAsync(access.Settings, cancellation).ConfigureAwait(false);
        using var asking = Create(region ?? AskedOtherwise, place);
        var own = await FindRegionAsync(asking, place.BucketName, region, cancellation).ConfigureAwait(false);
        return new S3LogStore(Create(own, place), place.BucketName, payer, access);
    }

    /// <summary>
    /// Asks S3 where a bucket lies: "x-amz-bucket-region: The Region that the bucket is located", with the answer to
    /// HeadBucket, https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html. It is there also when the answer is
    /// that the request was sent to another Region, or may not be made.
    /// </summary>
    private async Task<string> FindRegionAsync(AmazonS3Client client, string bucket, string? region, CancellationToken cancellation)
    {
        var otherwise = region ?? AskedOtherwise;
        try
        {
            var response = await LimitedCall.MakeAsync(token => client.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket }, token), access.CallLimit, cancellation).ConfigureAwait(false);
            return string.IsNullOrEmpty(response.BucketRegion) ? otherwise : response.BucketRegion;
        }
        catch (AmazonS3Exception refusal)
        {
            var named = (refusal.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue("x-amz-bucket-region");
            if (string.IsNullOrEmpty(named) && region is null && refusal.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                // Credentials of another partition are unknown there, so their buckets are, too.
                throw new AwsSetupException(
                    AwsSetupProblem.RegionMissing,
                    $"Nothing says in which AWS Region the bucket \"{bucket}\" lies, and {AskedOtherwise}, which was asked, does not tell it to these credentials (HTTP {(int)refusal.StatusCode}). If they are right, give -BucketRegion: buckets in China and in GovCloud are not found without it, or without a default Region there.",
                    refusal);
            }

            // What else is wrong is said, with the name of the object, by the first request that matters.
            return string.IsNullOrEmpty(named) ? otherwise : named!;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            return otherwise;
        }
    }

    private AmazonS3Client Create(string region, BucketPlace place)
    {
        var config = new AmazonS3Config
        {
            RetryMode = RequestRetryMode.Standard,

            // Behind it, whoever reads tries again a few times.
            MaxErrorRetry = 4,
            Timeout = TimeSpan.FromSeconds(60),
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        S3Connections.Allow(config, place.AtOnce);
        access.Apply(config, region);

        // Another endpoint than AWS's own has no name for every bucket.
        config.ForcePathStyle = !string.IsNullOrEmpty(config.ServiceURL);
        return new AmazonS3Client(access.Credentials, config);
    }
}
