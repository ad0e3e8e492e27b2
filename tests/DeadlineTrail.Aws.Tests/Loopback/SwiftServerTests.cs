using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>
/// The loopback's buckets and those of a server nobody here wrote, asked the same: what a reader takes from the answers has to
/// be the same, and both have to accept what the other accepts.
/// </summary>
[Collection(nameof(SwiftServerFixture))]
public class SwiftServerTests(SwiftServerFixture fixture)
{
    [SwiftFact]
    public async Task Listings_of_both_servers_say_the_same()
    {
        await using LoopbackAws aws = await StartAsync("listings");
        foreach (string key in new[]
        {
            "AWSLogs/1/CloudTrail/eu-west-1/2026/03/01/a.json.gz", "AWSLogs/1/CloudTrail/eu-west-1/2026/03/02/b c+d%e.json.gz",
            "AWSLogs/1/CloudTrail/us-east-1/2026/03/01/\u00e4\uFF5E.json.gz", "AWSLogs/2/x", "AWSLogs/\U0001F4FD/y", "AWSLogs/\uFF5E/y", "other", "AWSLogs-2/z",
        })
        {
            await StoreAsync(aws, "listings", key, Encoding.UTF8.GetBytes(key));
        }

        foreach (string query in new[]
        {
            "list-type=2", "list-type=2&prefix=AWSLogs/", "list-type=2&delimiter=/&prefix=AWSLogs/", "list-type=2&delimiter=/",
            "list-type=2&max-keys=3", "list-type=2&delimiter=/&max-keys=1&prefix=AWSLogs/", "list-type=2&start-after=AWSLogs/2/x",
            "list-type=2&delimiter=/&prefix=AWSLogs/1/CloudTrail/", "list-type=2&prefix=none", "list-type=2&encoding-type=url",
        })
        {
            Listing here = await Listing.ReadAsync(aws.Endpoint, fixture.Server.Key, "listings", query);
            Listing there = await Listing.ReadAsync(fixture.Server.Endpoint, fixture.Server.Key, "listings", query);
            Assert.Equal(there.Entries, here.Entries);
            Assert.Equal(there.Pages, here.Pages);
        }
    }

    [SwiftFact]
    public async Task Objects_of_both_servers_are_the_same_bytes()
    {
        await using LoopbackAws aws = await StartAsync("objects");
        await StoreAsync(aws, "objects", "a b/c", [.. Enumerable.Range(0, 1000).Select(each => (byte)each)]);

        foreach ((string? range, string? match, HttpStatusCode status) in new (string?, string?, HttpStatusCode)[]
        {
            (null, null, HttpStatusCode.OK), ("bytes=0-9", null, HttpStatusCode.PartialContent), ("bytes=990-2000", null, HttpStatusCode.PartialContent),
            ("bytes=-5", null, HttpStatusCode.PartialContent), ("bytes=10-", null, HttpStatusCode.PartialContent),
            ("bytes=1000-", null, HttpStatusCode.RequestedRangeNotSatisfiable), (null, "\"00000000000000000000000000000000\"", HttpStatusCode.PreconditionFailed),
        })
        {
            void Ask(HttpRequestMessage request)
            {
                request.Headers.Range = range is null ? null : RangeHeaderValue.Parse(range);
                if (match is not null)
                {
                    request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(match));
                }
            }

            using HttpResponseMessage here = await SignedRequest.SendAsync(aws.Endpoint, "/objects/a%20b/c", fixture.Server.Key, change: Ask);
            using HttpResponseMessage there = await SignedRequest.SendAsync(fixture.Server.Endpoint, "/objects/a%20b/c", fixture.Server.Key, change: Ask);
            Assert.Equal((status, status), (here.StatusCode, there.StatusCode));
            if (here.IsSuccessStatusCode)
            {
                Assert.Equal(await there.Content.ReadAsByteArrayAsync(), await here.Content.ReadAsByteArrayAsync());
                Assert.Equal(there.Content.Headers.ContentRange?.ToString(), here.Content.Headers.ContentRange?.ToString());
                Assert.Equal(there.Headers.ETag, here.Headers.ETag);
            }
        }
    }

    [SwiftFact]
    public async Task Both_servers_refuse_the_same()
    {
        await using LoopbackAws aws = await StartAsync("refusals");

        foreach ((string path, LoopbackKey key) in new[]
        {
            ("/refusals?list-type=2", fixture.Server.Key with { SecretAccessKey = "wrong" }), ("/none?list-type=2", fixture.Server.Key), ("/refusals/none", fixture.Server.Key),
        })
        {
            using HttpResponseMessage here = await SignedRequest.SendAsync(aws.Endpoint, path, key), there = await SignedRequest.SendAsync(fixture.Server.Endpoint, path, key);
            Assert.Equal(there.StatusCode, here.StatusCode);
            Assert.Equal(Listing.Code(await there.Content.ReadAsStringAsync()), Listing.Code(await here.Content.ReadAsStringAsync()));
        }
    }

    private async Task<LoopbackAws> StartAsync(string bucket)
    {
        LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddKey(fixture.Server.Key);
        aws.AddBucket(bucket, "us-east-1");
        await fixture.Server.CreateBucketAsync(bucket);
        return aws;
    }

    private async Task StoreAsync(LoopbackAws aws, string bucket, string key, byte[] content)
    {
        aws.AddBucket(bucket, "us-east-1").Put(key, content);
        await fixture.Server.PutAsync(bucket, key, content);
    }
}
