using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using DeadlineTrail.Testing;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Benchmarks.Remote;

/// <summary>What lies in AWS on this machine.</summary>
internal static class RemoteWorld
{
    internal const string Region = "us-west-2";

    /// <summary>Holds all that lies in the buckets: without it, every day until today is listed.</summary>
    internal const string Range = "-StartTime 2026-03-01 -EndTime 2026-03-16";

    /// <summary>A bucket with one small log, to load with what is loaded once.</summary>
    internal const string Warm = "warm-logs";

    private const int RecordsEach = 20;

    /// <summary>Logs of a studio's trail, the oldest so many of them.</summary>
    internal static void AddStudio(LoopbackAws aws, string bucket, int logs)
    {
        StudioTrail trail = Studio.Create(new StudioOptions { Seed = 7, Days = 12, Regions = [Region], HeartbeatSeconds = 1800, OtherFiles = false, DigestHours = 0 });
        LoopbackBucket into = aws.AddBucket(bucket, Region);
        foreach (BucketObject log in trail.Objects().Where(each => each.Key.Contains("/CloudTrail/", StringComparison.Ordinal)).Take(logs))
        {
            using var stream = new MemoryStream();
            log.CopyTo(stream, CompressionLevel.Fastest);
            into.Put(log.Key, stream.ToArray());
        }

        if (into.Keys.Count < logs)
        {
            throw new InvalidDataException($"The studio delivered {into.Keys.Count} logs, not {logs}.");
        }
    }

    /// <summary>So many logs of one Region, a minute each, with some records that all match.</summary>
    internal static void AddLogs(LoopbackAws aws, string bucket, int logs)
    {
        LoopbackBucket into = aws.AddBucket(bucket, Region);
        var first = new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc);
        for (int log = 0; log < logs; log++)
        {
            DateTime time = first.AddMinutes(log);
            IEnumerable<string> records = Enumerable.Range(0, RecordsEach).Select(number => Record((log * RecordsEach) + number, time.AddSeconds(-number), Region));
            string key = string.Create(CultureInfo.InvariantCulture, $"AWSLogs/111122223333/CloudTrail/{Region}/{time:yyyy/MM/dd}/111122223333_CloudTrail_{Region}_{time:yyyyMMdd'T'HHmm'Z'}_{log:D16}.json.gz");
            into.Put(key, Gzip("{\"Records\":[" + string.Join(',', records) + "]}"));
        }
    }

    /// <summary>So many events of Event history in each Region, a second apart, back from ten minutes ago.</summary>
    internal static void AddHistory(LoopbackAws aws, IEnumerable<string> regions, int events)
    {
        DateTime now = DateTime.UtcNow.AddMinutes(-10);
        int number = 0;
        foreach (string region in regions)
        {
            aws.AddEvents(region, aws.Key.AccountId, [.. Enumerable.Range(0, events).Select(each => Record(++number, now.AddSeconds(-each), region))]);
        }
    }

    private static string Record(int number, DateTime time, string region) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"avery","accountId":"111122223333"},"eventTime":"{{{time:yyyy-MM-dd'T'HH:mm:ss'Z'}}}","eventSource":"deadline.amazonaws.com","eventName":"UpdateQueue","awsRegion":"{{{region}}}","sourceIPAddress":"198.51.100.7","userAgent":"aws-cli/2.31.0","requestParameters":{"farmId":"farm-{{{number:D32}}}","description":"{{{new string('x', 1000)}}}"},"responseElements":null,"eventID":"00000000-0000-4000-8000-{{{number:D12}}}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}""");

    private static byte[] Gzip(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
