using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using DeadlineTrail.Aws.CloudTrail;
using DeadlineTrail.Aws.Storage;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests;

/// <summary>An answer that does not come holds up nothing: the call is given up after a while and made again, and ends at once with Ctrl+C.</summary>
public sealed class CallLimitTests : IAsyncLifetime, IDisposable
{
    // A limit for hangs only: a test that reaches it has failed. The SDK waits for headers for a minute.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _came = new(0);
    private readonly SemaphoreSlim _mayGo = new(0);
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

    public void Dispose()
    {
        _came.Dispose();
        _mayGo.Dispose();
    }

    [Theory]
    [InlineData("DescribeTrails")]
    [InlineData("GetTrailStatus")]
    [InlineData("GetEventSelectors")]
    [InlineData("GetCallerIdentity")]
    [InlineData("ListObjectsV2")]
    public async Task A_stalled_answer_is_asked_for_again(string operation)
    {
        _aws.Faults.Next(operation, Fault.SlowBody(TimeSpan.FromHours(1)));

        var told = await AskAsync(operation, _access, CancellationToken.None);

        Assert.Contains(told, new HashSet<string?> { "studio", "True", "selectors", "account", "AWSLogs/111122223333/" });
        Assert.Equal(1, _aws.Faults.Played);
    }

    [Theory]
    [InlineData("DescribeTrails")]
    [InlineData("GetTrailStatus")]
    [InlineData("GetEventSelectors")]
    [InlineData("GetCallerIdentity")]
    [InlineData("ListObjectsV2")]
    [InlineData("GetObject")]
    [InlineData("LookupEvents")]
    public async Task Ctrl_C_ends_a_call_that_gets_no_answer_long_before_its_limit(string operation)
    {
        _aws.Faults.Always(operation, Fault.Held(_came, _mayGo));
        using var stop = new CancellationTokenSource();
        var call = AskAsync(operation, _access with { CallLimit = Timeout.InfiniteTimeSpan }, stop.Token);
        Assert.True(await _came.WaitAsync(Hang, CancellationToken.None));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Hang, CancellationToken.None));
    }

    private async Task<string?> AskAsync(string operation, AwsAccess access, CancellationToken cancellation)
    {
        using var trails = new TrailService(access);
        var trail = new TrailDescription { Arn = $"arn:aws:cloudtrail:eu-central-1:{_aws.Key.AccountId}:trail/studio", HomeRegion = "eu-central-1" };
        return operation switch
        {
            "DescribeTrails" => (await trails.DescribeAsync("eu-central-1", cancellation))[0].Name,
            "GetTrailStatus" => (await trails.StatusAsync(trail, cancellation)).IsLogging.ToString(),
            "GetEventSelectors" => (await trails.SelectorsAsync(trail, cancellation)).Basic is null ? "nothing" : "selectors",
            "GetCallerIdentity" => (await trails.CallerAsync("eu-central-1", cancellation)).AccountId == _aws.Key.AccountId ? "account" : "nothing",
            "LookupEvents" => await LookupAsync(access, cancellation),
            _ => await ReadAsync(operation, access, cancellation),
        };
    }

    private static async Task<string?> LookupAsync(AwsAccess access, CancellationToken cancellation)
    {
        using var history = new EventHistoryService(access);
        return (await history.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), cancellation)).NextToken;
    }

    private static async Task<string?> ReadAsync(string operation, AwsAccess access, CancellationToken cancellation)
    {
        var store = await new S3Buckets(access).OpenAsync(new BucketPlace("logs", "eu-central-1", false), cancellation);
        return await Task.Run(() => operation == "GetObject" ? store.Open("AWSLogs/111122223333/CloudTrail/a", null, 0, cancellation).ETag : store.Folders("AWSLogs/", cancellation)[0], CancellationToken.None);
    }
}
