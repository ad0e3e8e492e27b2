using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Buckets;

/// <summary>How many logs are downloaded, and how many folders listed, at the same time, counted where they are asked for.</summary>
public sealed class RequestsAtOnceTests : AgainstLoopback
{
    private const string Read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -BucketRegion eu-central-1 -StartTime 2026-03-02T00:00:00Z -EndTime 2026-03-03T00:00:00Z";

    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan _hang = TimeSpan.FromMinutes(2);

    private static readonly string[] s_accounts = ["111122223333", "444455556666", "777788889999", "999988887777"];
    private static readonly string[] s_regions = ["ap-northeast-1", "ap-south-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-2"];

    private readonly SemaphoreSlim _came = new(0);
    private readonly SemaphoreSlim _mayGo = new(0);

    private static int Logs => s_accounts.Length * s_regions.Length;

    /// <summary>Each log lies in a folder of its own, which makes as many downloads as listings of a day.</summary>
    private protected override void Prepare()
    {
        var logs = Aws.AddBucket("studio-logs", "eu-central-1");
        var minute = 0;
        foreach (var (account, region) in s_accounts.SelectMany(account => s_regions.Select(region => (account, region))))
        {
            minute++;
            logs.Deliver($"AWSLogs/{account}/CloudTrail/{region}/2026/03/02/{account}_CloudTrail_{region}_20260302T10{minute:D2}Z_aaaaaaaaaaaaaaaa.json.gz", minute);
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _came.Dispose();
        _mayGo.Dispose();
    }

    [Theory]
    [InlineData("GetObject", "", 16)]
    [InlineData("GetObject", "-ThrottleLimit 5", 5)]
    [InlineData("GetObject", "-ThrottleLimit 1", 1)]
    [InlineData("ListObjectsV2", "", 16)]
    [InlineData("ListObjectsV2", "-ThrottleLimit 5", 5)]
    [InlineData("ListObjectsV2", "-ThrottleLimit 1", 1)]
    public void As_many_as_may_be_and_never_more(string operation, string limit, int expected)
    {
        // All of the downloads, and the listings of the day on which the logs lie.
        Aws.Faults.When(operation, call => call.Key is not null || call.Query["prefix"].EndsWith("/2026/03/02/", StringComparison.Ordinal), Fault.Held(_came, _mayGo));
        using var running = Module.Start($"{Read} {limit}");
        for (var come = 1; come <= Logs; come++)
        {
            // When all that may come are there, one may go, and one more comes for it.
            Assert.True(_came.Wait(_hang), $"{come - 1} requests came in all.");
            if (come >= expected)
            {
                _mayGo.Release();
            }
        }

        _mayGo.Release(Logs);
        var run = running.Finish().WithoutErrors();

        Assert.Equal(Enumerable.Range(1, Logs).Reverse(), run.Minutes());
        Assert.Equal(expected, Aws.Requests.MostInFlight(operation));
    }
}
