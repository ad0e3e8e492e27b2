using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>Buckets as the AWS command line understands them.</summary>
public class BucketByCliTests
{
    [AwsCliFact]
    public async Task All_pages_of_a_listing_together_are_all_objects_in_binary_order()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        LoopbackBucket bucket = aws.AddBucket("trail", "eu-west-1");
        string[] keys = ["AWSLogs/1/a b+c.gz", "AWSLogs/1/a%2Fb", "AWSLogs/1/\uFF5E", "AWSLogs/1/\U0001F4FD", "AWSLogs/2/x", "other"];
        foreach (string key in keys)
        {
            bucket.Put(key, Encoding.UTF8.GetBytes(key));
        }

        var listing = await new AwsCli(aws).JsonAsync("s3api", "list-objects-v2", "--bucket", "trail", "--prefix", "AWSLogs/", "--page-size", "2");

        string[] expected = [.. keys.Where(key => key.StartsWith("AWSLogs/", StringComparison.Ordinal)).OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal)];
        Assert.Equal(expected, listing.GetProperty("Contents").EnumerateArray().Select(each => each.GetProperty("Key").GetString()!));
        Assert.Equal(3, aws.Requests.Count("ListObjectsV2"));
    }

    [AwsCliFact]
    public async Task A_delimiter_rolls_keys_up_and_each_roll_counts_once_in_a_page()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        LoopbackBucket bucket = aws.AddBucket("trail", "eu-west-1");
        foreach (string key in new[] { "p/1/a", "p/1/b", "p/2/a", "p/2/b", "p/2/c", "p/3", "p/4/a", "q/1" })
        {
            bucket.Put(key, []);
        }

        var listing = await new AwsCli(aws).JsonAsync("s3api", "list-objects-v2", "--bucket", "trail", "--prefix", "p/", "--delimiter", "/", "--page-size", "1");

        Assert.Equal(["p/1/", "p/2/", "p/4/"], listing.GetProperty("CommonPrefixes").EnumerateArray().Select(each => each.GetProperty("Prefix").GetString()!));
        Assert.Equal("p/3", Assert.Single(listing.GetProperty("Contents").EnumerateArray()).GetProperty("Key").GetString());
        Assert.Equal(4, aws.Requests.Count("ListObjectsV2"));
    }

    [AwsCliFact]
    public async Task A_range_of_an_object_is_that_range()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "eu-west-1").Put("a b/c.txt", "0123456789"u8.ToArray(), new System.Collections.Generic.Dictionary<string, string> { ["signature"] = "abc" });
        string file = Path.GetTempFileName();
        try
        {
            var part = await new AwsCli(aws).JsonAsync("s3api", "get-object", "--bucket", "trail", "--key", "a b/c.txt", "--range", "bytes=2-5", file);

            Assert.Equal("2345", await File.ReadAllTextAsync(file));
            Assert.Equal("bytes 2-5/10", part.GetProperty("ContentRange").GetString());
            Assert.Equal("\"781e5e245d69b566979b86e28d23f2c7\"", part.GetProperty("ETag").GetString());
            Assert.Equal("abc", part.GetProperty("Metadata").GetProperty("signature").GetString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [AwsCliFact]
    public async Task A_wrong_secret_a_missing_bucket_and_a_missing_object_are_told_apart()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "eu-west-1");

        var secret = await new AwsCli(aws) { Key = aws.Key with { SecretAccessKey = "wrong" } }.RunAsync("s3api", "list-objects-v2", "--bucket", "trail");
        var bucket = await new AwsCli(aws).RunAsync("s3api", "list-objects-v2", "--bucket", "another");
        var key = await new AwsCli(aws).RunAsync("s3api", "get-object", "--bucket", "trail", "--key", "none", "/dev/null");

        Assert.Contains("(SignatureDoesNotMatch)", secret.Error);
        Assert.Contains("(NoSuchBucket)", bucket.Error);
        Assert.Contains("(NoSuchKey)", key.Error);
    }

    /// <summary>The command line reads the right Region from either answer and asks again, signed for that Region.</summary>
    [AwsCliTheory]
    [InlineData(true, 400)]
    [InlineData(false, 301)]
    public async Task A_client_in_another_Region_is_told_the_bucket_s(bool malformed, int status)
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync(options => options.WrongRegionIsMalformed = malformed);
        aws.AddBucket("trail", "ap-southeast-2").Put("a", []);

        var listing = await new AwsCli(aws).JsonAsync("s3api", "list-objects-v2", "--bucket", "trail");

        Assert.Equal("a", Assert.Single(listing.GetProperty("Contents").EnumerateArray()).GetProperty("Key").GetString());
        Assert.Equal(("eu-west-1", status), (aws.Requests.All[0].Region, aws.Requests.All[0].Status));
        Assert.Equal(("ap-southeast-2", 200), (aws.Requests.All[^1].Region, aws.Requests.All[^1].Status));
    }

    [AwsCliFact]
    public async Task The_location_of_a_bucket_is_told_in_every_Region()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.AddBucket("trail", "ap-southeast-2");

        var location = await new AwsCli(aws).JsonAsync("s3api", "get-bucket-location", "--bucket", "trail");

        Assert.Equal("ap-southeast-2", location.GetProperty("LocationConstraint").GetString());
    }
}
