using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DeadlineTrail.Benchmarks.Report;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Benchmarks.Remote;

/// <summary>
/// AWS, as far as it can be measured without AWS: an endpoint on this machine that has its quotas and a network's latency.
/// Processor time of both sides is this machine's.
/// </summary>
/// <param name="report">Where the tables go.</param>
/// <param name="tell">Hears how it goes.</param>
internal sealed class RemoteBenchmark(TextWriter report, Action<string> tell)
{
    private const int Events = 600;
    private const int Logs = 2000;

    private static readonly TimeSpan s_network = TimeSpan.FromMilliseconds(30);
    private static readonly string[] s_regions = ["eu-central-1", "us-west-2", "ap-south-1"];
    private static readonly Fault[] s_faults = [Fault.Throttle, Fault.InternalError, Fault.Unavailable, Fault.Reset, Fault.CutHeaders, Fault.CutBody];

    internal async Task RunAsync()
    {
        report.WriteLine("## AWS on this machine");
        report.WriteLine();
        await HistoryAsync();
        await DownloadsAsync();
        await MemoryAsync();
        await StopAsync();
        await FaultsAsync();
    }

    private async Task HistoryAsync()
    {
        tell("Event history");
        await using LoopbackAws aws = await StartAsync(options => (options.EnforceQuota, options.Latency) = (true, TimeSpan.FromMilliseconds(300)));
        RemoteWorld.AddHistory(aws, s_regions, Events);
        using var reading = new ReadingProcess(aws);
        RemoteRun run = reading.Run($"Get-DeadlineTrailEvent -Region {string.Join(", ", s_regions)} | Measure-Arrival");
        report.WriteLine($"Event history of three Regions, {Events} events each, pages 300 ms away, 2 requests a second allowed and everything above refused: {Number.Whole(run.Count)} events in {Number.Of(run.Seconds)} s, {aws.Requests.OverQuota} requests over the quota.");
        report.WriteLine();
        var table = new MarkdownTable("Region", " requests", " a second");
        foreach (string region in s_regions)
        {
            DateTimeOffset[] times = [.. aws.Requests.All.Where(each => each.Operation == "LookupEvents" && each.Region == region).Select(each => each.Arrived)];
            table.Add(region, Number.Whole(times.Length), Number.Of((times.Length - 1) / (times[^1] - times[0]).TotalSeconds));
        }

        table.WriteTo(report);
    }

    private async Task DownloadsAsync()
    {
        await using LoopbackAws aws = await StartAsync(options => options.Latency = s_network);
        RemoteWorld.AddStudio(aws, "studio-logs", Logs);
        using var reading = new ReadingProcess(aws);
        report.WriteLine($"A bucket of {Number.Whole(Logs)} logs of a studio's trail, every answer 30 ms away, listing included:");
        report.WriteLine();
        var table = new MarkdownTable("downloads at once", " s", " logs a second", " times one at a time");
        double? one = null;
        foreach (int atOnce in new[] { 1, 16, 32, 64 })
        {
            tell($"Downloads, {atOnce} at once");
            RemoteRun run = reading.Run(Read("studio-logs", $"-ThrottleLimit {atOnce} | Measure-Arrival"));
            one ??= run.Seconds;
            table.Add($"{atOnce}", Number.Of(run.Seconds), Number.Of(Logs / run.Seconds), Number.Of(one / run.Seconds));
        }

        table.WriteTo(report);
    }

    private async Task MemoryAsync()
    {
        var table = new MarkdownTable("logs", " events", " peak MB", " s");
        foreach (int logs in new[] { 100, 10_000 })
        {
            tell($"Memory, {logs} logs");
            await using LoopbackAws aws = await StartAsync(_ => { });
            RemoteWorld.AddLogs(aws, "logs", logs);
            using var reading = new ReadingProcess(aws);
            RemoteRun run = reading.Run(Read("logs", "| Measure-Arrival"));
            table.Add(Number.Whole(logs), Number.Whole(run.Count), Number.Megabytes(run.PeakBytes), Number.Of(run.Seconds));
        }

        report.WriteLine("Peak memory of the process that reads a bucket in order, PowerShell's engine and the AWS SDK included:");
        report.WriteLine();
        table.WriteTo(report);
    }

    private async Task StopAsync()
    {
        var table = new MarkdownTable("downloads hanging in mid-body", " ms from Ctrl+C to the end");
        foreach (int atOnce in new[] { 16, 64 })
        {
            tell($"Ctrl+C, {atOnce} downloads");
            await using LoopbackAws aws = await StartAsync(_ => { });
            RemoteWorld.AddLogs(aws, "logs", 300);
            using var reading = new ReadingProcess(aws);
            aws.Faults.Always("GetObject", Fault.SlowBody(TimeSpan.FromHours(1)));
            RemoteRun run = reading.RunUntil(Read("logs", $"-ThrottleLimit {atOnce}"), () => aws.Requests.InFlight >= atOnce);
            table.Add($"{atOnce}", Number.Of(run.Seconds * 1000));
        }

        table.WriteTo(report);
    }

    private async Task FaultsAsync()
    {
        tell("Faults");
        await using LoopbackAws aws = await StartAsync(options => options.LookupEventsPerSecond = double.MaxValue);
        RemoteWorld.AddStudio(aws, "studio-logs", 400);
        RemoteWorld.AddHistory(aws, s_regions[..1], Events);
        using var reading = new ReadingProcess(aws);
        string bucket = Read("studio-logs", "| ForEach-Object EventId"), history = $"Get-DeadlineTrailEvent -Region {s_regions[0]} | ForEach-Object EventId";
        string[] whole = [reading.Run(bucket).Digest, reading.Run(history).Digest];
        aws.Faults.Share("*", 0.1, 1, s_faults);
        string[] faulty = [reading.Run(bucket).Digest, reading.Run(history).Digest];
        report.WriteLine($"With a tenth of all answers failing ({string.Join(", ", aws.Faults.PlayedByName.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value} {each.Key}"))}), the answers from a bucket and from Event history are {(whole.SequenceEqual(faulty) ? "the same, event for event" : "**not** the same")}.");
        report.WriteLine();
    }

    private static string Read(string bucket, string rest) =>
        $"Get-DeadlineTrailEvent -BucketName {bucket} -BucketRegion {RemoteWorld.Region} {RemoteWorld.Range} {rest}";

    private static async Task<LoopbackAws> StartAsync(Action<LoopbackOptions> configure)
    {
        LoopbackAws aws = await LoopbackAws.StartAsync(configure);
        RemoteWorld.AddLogs(aws, RemoteWorld.Warm, 1);
        return aws;
    }
}
