using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using DeadlineTrail.Aws.CloudTrail;
using DeadlineTrail.Aws.Storage;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests;

/// <summary>An answer that begins and never ends holds up nothing: the call is given up after a while, and made again.</summary>
public sealed class CallLimitTests : IAsyncLifetime
{
    private LoopbackAws _aws = null!;
    private AwsAccess _access = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _aws.AddBucket("logs", "eu-central-1").Put("AWSLogs/111122223333/CloudTrail/a", [1]);
        _aws.AddTrail(new LoopbackTrail("studio", "eu-central-1", "logs") { AccountId = _aws.Key.AccountId });
        _access = new AwsAccess(new BasicAWSCredentials(_aws.Key.AccessKeyId, _aws.Key.SecretAccessKey), new AwsSettings { EndpointUrl = _aws.Endpoint })
        {
            CallLimit = TimeSpan.FromSeconds(3),
        };
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [InlineData("DescribeTrails")]
    [InlineData("GetTrailStatus")]
    [InlineData("GetEventSelectors")]
    [InlineData("GetCallerIdentity")]
    [InlineData("ListObjectsV2")]
    public async Task A_stalled_answer_is_asked_for_again(string operation)
    {
        _aws.Faults.Next(operation, Fault.SlowBody(TimeSpan.FromHours(1)));
        using var trails = new TrailService(_access);
        var trail = new TrailDescription { Arn = $"arn:aws:cloudtrail:eu-central-1:{_aws.Key.AccountId}:trail/studio", HomeRegion = "eu-central-1" };

        var told = operation switch
        {
            "DescribeTrails" => (await trails.DescribeAsync("eu-central-1", CancellationToken.None))[0].Name,
            "GetTrailStatus" => (await trails.StatusAsync(trail, CancellationToken.None)).IsLogging.ToString(),
            "GetEventSelectors" => (await trails.SelectorsAsync(trail, CancellationToken.None)).Basic is null ? "nothing" : "selectors",
            "GetCallerIdentity" => (await trails.CallerAsync("eu-central-1", CancellationToken.None)).AccountId == _aws.Key.AccountId ? "account" : "nothing",
            _ => await FirstFolderAsync(),
        };

        Assert.Contains(told, new HashSet<string?> { "studio", "True", "selectors", "account", "AWSLogs/111122223333/" });
        Assert.Equal(1, _aws.Faults.Played);
    }

    private async Task<string> FirstFolderAsync()
    {
        var store = await new S3Buckets(_access).OpenAsync(new BucketPlace("logs", "eu-central-1", false), CancellationToken.None);
        return (await Task.Run(() => store.Folders("AWSLogs/", CancellationToken.None)))[0];
    }
}
