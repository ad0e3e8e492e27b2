using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Delivery;

/// <summary>
/// What else lies in a trail's bucket: digests with the true hashes of the log files (their signatures are not here, as
/// they are metadata of the object), Insights and aggregated events. None of them holds an event of the farm.
/// </summary>
internal sealed class SideFiles(StudioOptions options, Layout layout, Dice dice)
{
    private readonly SortedDictionary<(string Account, string Region), List<Delivered>> _undigested = [];
    private DateTime _digestEnd = options.Start.AddHours(Math.Max(1, options.DigestHours));
    private DateTime _nextOther = options.Start.AddHours(10);

    /// <summary>The files that arrive before a log file does.</summary>
    public IEnumerable<BucketObject> Before(BucketObject log)
    {
        while (options.DigestHours > 0 && log.Delivered > _digestEnd)
        {
            foreach (BucketObject digest in Digests())
            {
                yield return digest;
            }
        }

        string[] parts = log.Key[(log.Key.LastIndexOf('/') + 1)..].Split('_');
        (string Account, string Region) place = (parts[0], parts[2]);
        if (!_undigested.TryGetValue(place, out List<Delivered>? logs))
        {
            _undigested[place] = logs = [];
        }

        if (options.DigestHours > 0)
        {
            logs.Add(new Delivered(log.Key, log.Delivered, Convert.ToHexStringLower(SHA256.HashData(log.Content.Span))));
        }

        if (options.OtherFiles && log.Delivered >= _nextOther)
        {
            _nextOther = log.Delivered.AddHours(dice.Between(9, 40));
            yield return Insight(place.Account, place.Region, log.Delivered);
            yield return Aggregated(place.Account, place.Region, log.Delivered);
        }
    }

    /// <summary>The digests of what came last.</summary>
    public IEnumerable<BucketObject> Finish() => options.DigestHours > 0 && _undigested.Values.Any(l => l.Count > 0) ? Digests() : [];

    private List<BucketObject> Digests()
    {
        var digests = new List<BucketObject>();
        DateTime end = _digestEnd;
        _digestEnd = end.AddHours(options.DigestHours);
        foreach (((string account, string region), List<Delivered> logs) in _undigested)
        {
            if (logs.Count > 0)
            {
                digests.Add(Digest(account, region, end, logs));
                logs.Clear();
            }
        }

        return digests;
    }

    private BucketObject Digest(string account, string region, DateTime end, List<Delivered> logs)
    {
        string key = layout.Digest(account, region, options.Regions[0], end);
        IEnumerable<string> files = logs.Select(log =>
            $$"""{"s3Bucket":"studio-trail-logs","s3Object":"{{log.Key}}","hashValue":"{{log.Hash}}","hashAlgorithm":"SHA-256","newestEventTime":"{{RecordWriter.Stamp(log.At)}}","oldestEventTime":"{{RecordWriter.Stamp(log.At.AddMinutes(-5))}}"}""");
        string json = $$"""{"awsAccountId":"{{account}}","digestStartTime":"{{RecordWriter.Stamp(end.AddHours(-options.DigestHours))}}","digestEndTime":"{{RecordWriter.Stamp(end)}}","digestS3Bucket":"studio-trail-logs","digestS3Object":"{{key}}","digestPublicKeyFingerprint":"{{dice.Hex(32)}}","digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":"{{RecordWriter.Stamp(logs[^1].At)}}","oldestEventTime":"{{RecordWriter.Stamp(logs[0].At.AddMinutes(-5))}}","previousDigestS3Bucket":null,"previousDigestS3Object":null,"previousDigestHashValue":null,"previousDigestHashAlgorithm":null,"previousDigestSignature":null,"logFiles":[{{string.Join(',', files)}}]}""";
        return new BucketObject(key, end, Encoding.UTF8.GetBytes(json), 0, "CloudTrail-Digest");
    }

    private BucketObject Insight(string account, string region, DateTime at) => new(
        layout.Log("CloudTrail-Insight", account, region, at, dice.FileSuffix()),
        at,
        Encoding.UTF8.GetBytes($$$"""{"Records":[{"eventVersion":"1.09","eventTime":"{{{RecordWriter.Stamp(at.AddMinutes(-30))}}}","awsRegion":"{{{region}}}","eventID":"{{{dice.Uuid()}}}","eventType":"AwsCloudTrailInsight","recipientAccountId":"{{{account}}}","sharedEventID":"{{{dice.Uuid()}}}","insightDetails":{"state":"Start","eventSource":"deadline.amazonaws.com","eventName":"UpdateWorker","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":9.82222E-5},"insight":{"average":0.6},"insightDuration":5,"baselineDuration":11459},"attributions":[]}},"eventCategory":"Insight"}]}"""),
        0,
        "CloudTrail-Insight");

    private BucketObject Aggregated(string account, string region, DateTime at) => new(
        layout.Log("CloudTrail-Aggregated", account, region, at, dice.FileSuffix()),
        at,
        Encoding.UTF8.GetBytes($$$"""{"Records":[{"eventVersion":"1.0","accountId":"{{{account}}}","eventId":"{{{dice.Uuid()}}}","eventCategory":"Aggregated","eventType":"AwsAggregatedEvent","awsRegion":"{{{region}}}","eventSource":"deadline.amazonaws.com","timeWindow":{"windowStart":"{{{RecordWriter.Stamp(at.AddMinutes(-5))}}}","windowEnd":"{{{RecordWriter.Stamp(at)}}}","windowSize":"PT5M"},"summary":{"primaryDimension":{"dimension":"eventName","statistics":[{"name":"UpdateWorkerSchedule","value":{{{dice.Between(20, 900)}}}}],"aggregationType":"Count"},"details":[]}}]}"""),
        0,
        "CloudTrail-Aggregated");

    /// <summary>A log file that no digest names yet; its content need not be kept.</summary>
    private sealed record Delivered(string Key, DateTime At, string Hash);
}
