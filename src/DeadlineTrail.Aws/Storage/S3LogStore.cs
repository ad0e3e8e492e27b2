using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Aws.Storage;

/// <summary>A bucket in S3.</summary>
/// <param name="client">A client of the bucket's own Region.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="payer">Whether the caller pays for the requests; null when the bucket's owner does.</param>
internal sealed class S3LogStore(IAmazonS3 client, string bucket, RequestPayer? payer) : ILogStore, IDisposable
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Folders(string prefix, CancellationToken cancellation)
    {
        var folders = new List<string>();
        foreach (var page in Pages(prefix, "/", cancellation))
        {
            folders.AddRange(page.CommonPrefixes ?? []);
        }

        return folders;
    }

    /// <inheritdoc/>
    public IEnumerable<StoredLog> List(string prefix, CancellationToken cancellation)
    {
        foreach (var page in Pages(prefix, null, cancellation))
        {
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new StoredLog(found.Key, found.Size ?? 0, found.ETag);
            }
        }
    }

    /// <inheritdoc/>
    public LogContent Open(string key, string? eTag, long position, CancellationToken cancellation)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key, EtagToMatch = eTag, RequestPayer = payer };
        if (position > 0)
        {
            request.ByteRange = new ByteRange(position, long.MaxValue);
        }

        var response = Call(() => client.GetObjectAsync(request, cancellation), "s3:GetObject", key, cancellation);
        return new LogContent(response.ResponseStream, response.ETag);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private IEnumerable<ListObjectsV2Response> Pages(string prefix, string? delimiter, CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Delimiter = delimiter, RequestPayer = payer };
        ListObjectsV2Response page;
        do
        {
            page = Call(() => client.ListObjectsV2Async(request, cancellation), "s3:ListBucket", prefix, cancellation);
            yield return page;

            // A token that comes again would bring the same page for ever.
            if (page.IsTruncated == true && (string.IsNullOrEmpty(page.NextContinuationToken) || page.NextContinuationToken == request.ContinuationToken))
            {
                throw new LogStoreException(ProblemKind.Unreadable, "S3 says that the list goes on, but gives no token that leads further.");
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <summary>Waits on a thread made for it: what reads from a bucket reads blocks of a stream.</summary>
    private T Call<T>(Func<Task<T>> call, string permission, string key, CancellationToken cancellation)
    {
        try
        {
            return call().GetAwaiter().GetResult();
        }
        catch (AmazonS3Exception refusal) when (refusal.StatusCode is not 0 and < HttpStatusCode.InternalServerError)
        {
            throw S3Refusals.Of(refusal, bucket, key, permission);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or TimeoutException or System.Net.Http.HttpRequestException or WebException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException(failure.Message, failure);
        }
    }
}
