using System;
using System.Collections;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Buckets;

/// <summary>How many logs are downloaded at the same time, counted where they are asked for.</summary>
public sealed class DownloadsAtOnceTests : IAsyncLifetime, IDisposable
{
    private const int Logs = 40;

    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan _hang = TimeSpan.FromMinutes(2);

    private readonly ModuleHost _module = new();
    private readonly SemaphoreSlim _came = new(0);
    private readonly SemaphoreSlim _mayGo = new(0);
    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        var logs = _aws.AddBucket("studio-logs", "eu-central-1");
        for (var minute = 1; minute <= Logs; minute++)
        {
            logs.Put(
                $"AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T10{minute:D2}Z_aaaaaaaaaaaaaaaa.json.gz",
                TrailFolder.Gzip(Encoding.UTF8.GetBytes(TrailFolder.Log([HandWritten.Record(minute)]))));
        }

        _module.Set("aws", new Hashtable { ["AccessKey"] = _aws.Key.AccessKeyId, ["SecretKey"] = _aws.Key.SecretAccessKey, ["EndpointUrl"] = _aws.Endpoint });
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _module.Dispose();
        _came.Dispose();
        _mayGo.Dispose();
    }

    [Theory]
    [InlineData("", 16)]
    [InlineData("-ThrottleLimit 5", 5)]
    [InlineData("-ThrottleLimit 1", 1)]
    public void As_many_as_may_be_and_never_more(string limit, int expected)
    {
        _aws.Faults.Always("GetObject", Fault.Held(_came, _mayGo));
        using var running = _module.Start($"Get-DeadlineTrailEvent @aws -BucketName studio-logs -BucketRegion eu-central-1 -StartTime 2026-03-02T00:00:00Z -EndTime 2026-03-03T00:00:00Z {limit}");
        for (var come = 1; come <= Logs; come++)
        {
            // When all that may come are there, one may go, and one more comes for it.
            Assert.True(_came.Wait(_hang), $"{come - 1} downloads came in all.");
            if (come >= expected)
            {
                _mayGo.Release();
            }
        }

        _mayGo.Release(Logs);
        var run = running.Finish().WithoutErrors();

        Assert.Equal(Enumerable.Range(1, Logs).Reverse(), run.Minutes());
        Assert.Equal(expected, _aws.Requests.MostInFlight("GetObject"));
    }
}
