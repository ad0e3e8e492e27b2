using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources;

public class GenuineLogTests
{
    [GenuineLogsFact]
    public void A_genuine_trail_gives_every_record_counted_by_an_independent_script()
    {
        var expected = File.ReadLines(GenuineLogs.Path("invictus", "COUNTS.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => (parts[0], parts[1]), parts => int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));

        var events = Read(out var observer, GenuineLogs.Path("invictus", "CloudTrail"));

        Assert.Equal(2900, events.Count);
        Assert.Empty(observer.Problems);
        Assert.Equal(expected, events.GroupBy(e => (e.EventSource, e.EventName)).ToDictionary(group => group.Key, group => group.Count()));
    }

    [GenuineLogsFact]
    public void Keys_that_differ_only_by_case_are_both_reachable()
    {
        var events = Read(out _, GenuineLogs.Path("invictus", "CloudTrail"));

        // PutBucketTagging's request has "tagging" (empty, the query string) and "Tagging" (the body).
        var tagging = (RecordObject)events.First(e => e.EventName == "PutBucketTagging").RequestParameters!;
        Assert.Equal("", Assert.IsType<string>(tagging["tagging"]));
        Assert.IsType<RecordObject>(tagging["Tagging"]);
    }

    [GenuineLogsFact]
    public void A_file_gives_the_same_events_plain_and_compressed()
    {
        const string name = "111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json";

        var plain = Read(out _, GenuineLogs.Path("trailscraper", name));
        var compressed = Read(out var observer, GenuineLogs.Path("trailscraper", name + ".gz"));

        Assert.NotEmpty(plain);
        Assert.Equal(plain.Select(e => e.Raw), compressed.Select(e => e.Raw));
        Assert.Empty(observer.Problems);
    }

    [GenuineLogsFact]
    public void The_time_of_a_LookupEvents_event_is_that_of_the_record_inside()
    {
        var path = GenuineLogs.Path("plaso", "aws_cloudtrail.jsonl");

        // The first line says "EventTime": "2022-02-08 09:23:37+11:00" outside and 2022-02-07T22:23:37Z inside.
        var times = File.ReadLines(path).Select(line => Regex.Match(line, @"eventTime\\"":\\""([^\\]+)").Groups[1].Value).ToList();
        var events = Read(new TrailQuery { IncludeDuplicate = true }, out var observer, path);

        Assert.Equal(times.Order(), events.Select(e => e.EventTimeUtc).Order());
        Assert.Contains("2022-02-07T22:23:37Z", times);
        Assert.Empty(observer.Problems);
    }

    [GenuineLogsFact]
    public void Envelopes_of_EventBridge_give_their_record_and_everything_else_is_named()
    {
        foreach (var path in Directory.GetFiles(GenuineLogs.Path("cloud-custodian"), "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory(StartsWithMark(path) ? 3 : 0));
            var record = json.RootElement.TryGetProperty("detail", out var detail) ? detail : json.RootElement;
            var names = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("eventSource", out _) && record.TryGetProperty("eventName", out _);
            var isRecord = names && record.TryGetProperty("eventTime", out _);

            var events = Read(out var observer, path);

            Assert.Equal(isRecord ? 1 : 0, events.Count);

            // One of the samples is a record that somebody took the time out of: that is damage, not another envelope.
            Assert.Equal(names && !isRecord ? 1 : 0, observer.Problems.Count);
            Assert.Equal(!names, observer.Told.Any(told => told.StartsWith("Not CloudTrail", StringComparison.Ordinal)));
        }
    }

    private static bool StartsWithMark(string path) => File.ReadAllBytes(path) is [0xEF, 0xBB, 0xBF, ..];

    private static List<TrailEvent> Read(out RecordingObserver observer, params string[] paths) => Read(new TrailQuery(), out observer, paths);

    private static List<TrailEvent> Read(TrailQuery query, out RecordingObserver observer, params string[] paths)
    {
        observer = new RecordingObserver();
        return new FileTrailSource(paths).Read(query, observer, CancellationToken.None).ToList();
    }
}
