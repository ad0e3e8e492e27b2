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
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Aws.Storage;

/// <summary>A bucket in S3.</summary>
/// <param name="client">A client of the bucket's own Region.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="payer">Whether the caller pays for the requests; null when the bucket's owner does.</param>
/// <param name="access">How long a call may take, and whose credentials are let go of when they have expired.</param>
internal sealed class S3LogStore(IAmazonS3 client, string bucket, RequestPayer? payer, AwsAccess access) : ILogStore, IDisposable
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
            request.ByteRange = new ByteRange($"bytes={position}-");
        }

        var response = Call(token => client.GetObjectAsync(request, token), "s3:GetObject", key, cancellation);
        if (position > 0 && response.HttpStatusCode != HttpStatusCode.PartialContent)
        {
            response.Dispose();
            throw new LogStoreException(ProblemKind.Unreadable, "the connection was lost, and the server gives no part of an object to go on with.");
        }

        return new LogContent(new S3Content(response), position + response.ContentLength, response.ETag);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private IEnumerable<ListObjectsV2Response> Pages(string prefix, string? delimiter, CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Delimiter = delimiter, RequestPayer = payer };
        ListObjectsV2Response page;
        do
        {
            page = Page(request, cancellation);
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

    /// <summary>Asks for a page. The SDK asks again when it gets no answer; an answer that breaks off is for us to ask again.</summary>
    private ListObjectsV2Response Page(ListObjectsV2Request request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Call(token => client.ListObjectsV2Async(request, token), "s3:ListBucket", request.Prefix, cancellation);
            }
            catch (IOException failure) when (RetryPause.MayHelp(failure, attempt))
            {
                RetryPause.Wait(attempt, cancellation);
            }
        }
    }

    /// <summary>Makes a call, once more when the credentials have expired before their time.</summary>
    private T Call<T>(Func<CancellationToken, Task<T>> call, string permission, string key, CancellationToken cancellation)
        where T : AmazonWebServiceResponse
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Wait(call, cancellation);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
            {
                if (attempt > 1 || AwsFailures.Of(failure).Failure != AwsFailure.ExpiredCredentials)
                {
                    throw Meaning(failure, permission, key, cancellation);
                }

                access.Renew();
            }
        }
    }

    /// <summary>
    /// Waits on a thread made for it: what reads from a bucket reads blocks of a stream. The SDK looks at the token between
    /// its attempts and while it waits for headers, but not everywhere.
    /// </summary>
    private T Wait<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(access.CallLimit);
        var answer = call(limit.Token);
        try
        {
            Task.WaitAny([answer], limit.Token);
            return answer.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException late)
        {
            answer.ContinueWith(
                static late =>
                {
                    if (late.Status == TaskStatus.RanToCompletion)
                    {
                        (late.Result as IDisposable)?.Dispose();
                    }
                    else
                    {
                        _ = late.Exception;
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
            cancellation.ThrowIfCancellationRequested();
            throw new IOException("No answer came in time.", late);
        }
    }

    private Exception Meaning(Exception failure, string permission, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return failure is AmazonS3Exception { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, ErrorCode: not "RequestTimeout" } or AmazonS3Exception { StatusCode: HttpStatusCode.MovedPermanently }
            ? S3Refusals.Of((AmazonS3Exception)failure, bucket, key, permission, payer is not null)
            : new IOException(failure.Message, failure);
    }
}
