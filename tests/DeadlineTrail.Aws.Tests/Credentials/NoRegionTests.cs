using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>Nothing says which Region is meant: what can be found out nevertheless is, and of the rest it is said what helps.</summary>
[Collection(AwsEnvironmentRuns.Name)]
public sealed class NoRegionTests : IAsyncLifetime
{
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _aws.AddBucket("studio-logs", "eu-central-1").Put("AWSLogs/111122223333/CloudTrail/a", [1]);
        _aws.AddBucket("china-logs", "cn-northwest-1").Put("AWSLogs/111122223333/CloudTrail/a", [1]);
        _aws.AddTrail(new LoopbackTrail("studio", "eu-west-1", "studio-logs") { AccountId = _aws.Key.AccountId, IsMultiRegion = false });
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    // What is known, and the Regions that HeadBucket and the listing are signed for.
    [Theory]
    [InlineData("studio-logs", null, null, "us-east-1 eu-central-1")]
    [InlineData("studio-logs", null, "ap-south-1", "ap-south-1 eu-central-1")]
    [InlineData("china-logs", null, "cn-north-1", "cn-north-1 cn-northwest-1")]
    [InlineData("china-logs", "eu-west-1", "cn-north-1", "cn-north-1 cn-northwest-1")]
    public async Task A_bucket_is_looked_for_where_it_may_be_known(string bucket, string? session, string? near, string expected)
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(session);

        var store = await opened.OpenBucketAsync(new BucketPlace(bucket, null, false) { NearRegion = near }, CancellationToken.None);

        Assert.Equal(["AWSLogs/111122223333/"], await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));
        Assert.Equal(expected, string.Join(' ', _aws.Requests.All.Select(each => each.Region)));
    }

    [Fact]
    public async Task A_bucket_that_us_east_1_does_not_tell_of_takes_its_Region_from_the_user()
    {
        using var environment = new AwsEnvironment();
        _aws.Faults.Always("HeadBucket", Fault.UnknownKey);
        using var opened = await Open(null);

        var problem = await Assert.ThrowsAsync<AwsSetupException>(() => opened.OpenBucketAsync(new BucketPlace("china-logs", null, false), CancellationToken.None));

        Assert.Equal(AwsSetupProblem.RegionMissing, problem.Problem);
        Assert.Contains("\"china-logs\"", problem.Message, StringComparison.Ordinal);
        Assert.Contains("give -BucketRegion", problem.Message, StringComparison.Ordinal);
        Assert.Contains("GovCloud", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_still_told_as_that()
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(null);

        var store = await opened.OpenBucketAsync(new BucketPlace("no-such-bucket", null, false), CancellationToken.None);

        var failure = await Assert.ThrowsAsync<Sources.LogStoreException>(() => Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)));
        Assert.Contains("no bucket no-such-bucket", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("studio", "eu-west-1", "eu-west-1")]
    [InlineData("arn:aws:cloudtrail:eu-west-1:111122223333:trail/studio", null, "eu-west-1")]
    [InlineData("arn:aws:cloudtrail:eu-west-1:111122223333:trail/studio", "us-west-2", "eu-west-1")]
    public async Task A_trail_is_looked_up_where_its_ARN_or_the_user_says(string trail, string? named, string expected)
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(null);

        var found = await opened.Trails.FindAsync(trail.Replace("111122223333", _aws.Key.AccountId, StringComparison.Ordinal), named, CancellationToken.None);

        Assert.Equal("studio-logs", found?.BucketName);
        Assert.Equal(expected, Assert.Single(_aws.Requests.All).Region);
    }

    [Fact]
    public async Task A_trail_s_name_alone_is_one_sentence_with_every_way_on()
    {
        using var environment = new AwsEnvironment();
        using var opened = await Open(null);

        var problem = await Assert.ThrowsAsync<AwsSetupException>(() => opened.Trails.FindAsync("studio", null, CancellationToken.None));

        Assert.Equal(AwsSetupProblem.RegionMissing, problem.Problem);
        Assert.All(new[] { "\"studio\"", "ARN", "-Region", "-BucketName", "Set-DefaultAWSRegion", "AWS_REGION" }, part => Assert.Contains(part, problem.Message, StringComparison.Ordinal));
        Assert.Empty(_aws.Requests.All);
    }

    [Fact]
    public async Task The_account_is_asked_of_the_Region_that_is_read_and_again_when_STS_is_busy()
    {
        using var environment = new AwsEnvironment();

        // More often than the SDK itself asks again.
        _aws.Faults.Next("GetCallerIdentity", Fault.Throttle, Fault.InternalError, Fault.Throttle);
        using var opened = await Open(null);

        Assert.Equal(_aws.Key.AccountId, await opened.FindAccountAsync(["ap-south-1", "eu-west-1"], CancellationToken.None));

        Assert.Equal(4, _aws.Requests.Count("GetCallerIdentity", "ap-south-1"));
    }

    private Task<IAwsSession> Open(string? sessionRegion) => CredentialOrderTests.Open(new AwsSettings
    {
        AccessKey = _aws.Key.AccessKeyId, SecretKey = _aws.Key.SecretAccessKey, EndpointUrl = _aws.Endpoint, SessionRegion = sessionRegion,
    });
}
