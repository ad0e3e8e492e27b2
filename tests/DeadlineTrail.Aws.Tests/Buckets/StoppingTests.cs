using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Querying;
using DeadlineTrail.Testing.Loopback;
using Xunit;
using Xunit.Abstractions;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>Ctrl+C, or a pipeline that wants no more, while many downloads hang in the middle of their bodies.</summary>
public sealed class StoppingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Logs = 200;
    private const string Folder = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/03/06/";

    // 100 ms are the goal, and what is measured on a machine that has nothing else to do; here others run beside.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(2);

    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private LoopbackAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        var bucket = _aws.AddBucket(BucketReading.Bucket, "eu-central-1");
        for (var number = 0; number < Logs; number++)
        {
            bucket.Put(string.Create(CultureInfo.InvariantCulture, $"{Folder}111122223333_CloudTrail_eu-central-1_20260306T{number / 60:D2}{number % 60:D2}Z_{number:D16}.json.gz"), Log(number));
        }
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public async Task Ctrl_C_ends_downloads_that_hang_in_the_middle(int atOnce)
    {
        _aws.Faults.Always("GetObject", Fault.SlowBody(TimeSpan.FromHours(1)));
        var reading = Reading(atOnce);
        var store = await reading.OpenAsync();
        using var stop = new CancellationTokenSource();
        var read = Task.Factory.StartNew(() => reading.Read(store, new TrailQuery(), stop.Token).Count(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await AllHang(atOnce);

        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        Say($"{atOnce} downloads, Ctrl+C to end", clock);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Generous);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public async Task A_pipeline_that_wants_no_more_ends_them_too(int atOnce)
    {
        // The newest gives an event; the others hang.
        var newest = _aws.AddBucket(BucketReading.Bucket, "eu-central-1").Keys[^1];
        _aws.Faults.When("GetObject", call => call.Key != newest, Fault.SlowBody(TimeSpan.FromHours(1)));
        var reading = Reading(atOnce);
        var store = await reading.OpenAsync();
        var events = reading.Read(store, new TrailQuery { Order = TrailOrder.Unordered }, CancellationToken.None).GetEnumerator();
        Assert.True(await Task.Run(events.MoveNext).WaitAsync(Hang));
        await AllHang(atOnce);

        var clock = Stopwatch.StartNew();
        events.Dispose();

        Say($"{atOnce} downloads, end of the pipeline to end", clock);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Generous);
    }

    private BucketReading Reading(int atOnce) => new(_aws.Endpoint, _aws.Key) { ThrottleLimit = atOnce, KeyPrefix = string.Empty, Region = "eu-central-1" };

    private async Task AllHang(int atOnce)
    {
        var patience = Stopwatch.StartNew();
        while (_aws.Requests.InFlight < atOnce)
        {
            Assert.InRange(patience.Elapsed, TimeSpan.Zero, Hang);
            await Task.Yield();
        }
    }

    private void Say(string what, Stopwatch clock) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalMilliseconds:N0} ms"));

    /// <summary>One event, and so much that does not compress that half of it is no end.</summary>
    private static byte[] Log(int number)
    {
        var filling = new byte[40_000];
        new Random(number).NextBytes(filling);
        var text = $$$"""{"Records":[{"eventVersion":"1.11","eventTime":"2026-03-06T00:00:00Z","eventSource":"deadline.amazonaws.com","eventName":"UpdateQueue","eventID":"00000000-0000-4000-8000-{{{number:D12}}}","requestParameters":{"filling":"{{{Convert.ToBase64String(filling)}}}"}}]}""";
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
