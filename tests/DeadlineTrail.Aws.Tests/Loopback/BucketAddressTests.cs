using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>The ways to address a bucket, and what a client has to say and to know for it.</summary>
public class BucketAddressTests
{
    /// <summary>The host a client signs is the one of AWS; it reaches the endpoint as a proxy or by its address.</summary>
    [Theory]
    [InlineData("trail.s3.eu-west-1.amazonaws.com", "/a", "eu-west-1", 200, null)]
    [InlineData("my.dotted.trail.s3.eu-west-1.amazonaws.com", "/a", "eu-west-1", 200, null)]
    [InlineData("trail.s3.dualstack.eu-west-1.amazonaws.com", "/a", "eu-west-1", 200, null)]
    [InlineData("s3.eu-west-1.amazonaws.com", "/trail/a", "eu-west-1", 200, null)]
    [InlineData("trail.localhost", "/a", "eu-west-1", 200, null)]
    [InlineData("127.0.0.1", "/trail/a", "eu-west-1", 200, null)]
    [InlineData("trail.s3.us-west-2.amazonaws.com", "/a", "us-west-2", 301, "eu-west-1")]
    [InlineData("trail.s3.eu-west-1.amazonaws.com", "/a", "us-west-2", 400, "eu-west-1")]
    [InlineData("trail.s3.amazonaws.com", "/a", "us-east-1", 301, "eu-west-1")]
    [InlineData("127.0.0.1", "/trail/a", "us-east-1", 301, "eu-west-1")]
    public async Task A_bucket_is_found_by_host_or_path_and_only_in_its_Region(string host, string path, string region, int status, string? told)
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "eu-west-1").Put("a", [1]);
        aws.AddBucket("my.dotted.trail", "eu-west-1").Put("a", [1]);

        using HttpResponseMessage answer = await SignedRequest.SendAsync(aws.Endpoint, path, aws.Key, region, change: request => request.Headers.Host = host);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(told, answer.Headers.TryGetValues("x-amz-bucket-region", out var values) ? string.Join(',', values) : null);
    }

    [Fact]
    public async Task HeadBucket_tells_the_Region_from_everywhere_and_has_no_body()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "eu-west-1");

        using HttpResponseMessage there = await SignedRequest.SendAsync(aws.Endpoint, "/trail", aws.Key, "eu-west-1", change: Head);
        using HttpResponseMessage elsewhere = await SignedRequest.SendAsync(aws.Endpoint, "/trail", aws.Key, "us-east-1", change: Head);
        using HttpResponseMessage none = await SignedRequest.SendAsync(aws.Endpoint, "/none", aws.Key, "us-east-1", change: Head);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.MovedPermanently, HttpStatusCode.NotFound), (there.StatusCode, elsewhere.StatusCode, none.StatusCode));
        Assert.Equal(["eu-west-1"], there.Headers.GetValues("x-amz-bucket-region"));
        Assert.Equal(["eu-west-1"], elsewhere.Headers.GetValues("x-amz-bucket-region"));
        Assert.Empty(await elsewhere.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Requester_pays_wants_to_be_acknowledged()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        LoopbackBucket bucket = aws.AddBucket("trail", "us-east-1");
        bucket.RequesterPays = true;
        bucket.Put("a", [1]);

        using HttpResponseMessage silent = await SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key);
        using HttpResponseMessage paying = await SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key, change: request => request.Headers.Add("x-amz-request-payer", "requester"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (silent.StatusCode, paying.StatusCode));
        Assert.Equal(["requester"], paying.Headers.GetValues("x-amz-request-charged"));
    }

    [Fact]
    public async Task An_object_that_changed_is_not_resumed()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        LoopbackBucket bucket = aws.AddBucket("trail", "us-east-1");
        bucket.Put("a", [1, 2, 3, 4]);
        using HttpResponseMessage first = await SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key);
        void Resume(HttpRequestMessage request)
        {
            request.Headers.IfMatch.Add(first.Headers.ETag!);
            request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(2, null);
        }

        using HttpResponseMessage same = await SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key, change: Resume);
        bucket.Put("a", [4, 3, 2, 1]);
        using HttpResponseMessage changed = await SignedRequest.SendAsync(aws.Endpoint, "/trail/a", aws.Key, change: Resume);

        Assert.Equal([3, 4], await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PreconditionFailed, changed.StatusCode);
    }

    private static void Head(HttpRequestMessage request) => request.Method = HttpMethod.Head;
}
