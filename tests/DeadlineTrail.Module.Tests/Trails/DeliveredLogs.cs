using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Module.Tests.Trails;

/// <summary>Logs as CloudTrail delivers them to a bucket, compressed.</summary>
internal static class DeliveredLogs
{
    /// <summary>The key of a log of 2 March 2026, by the end of its name, as in 1005Z_aaaaaaaaaaaaaaaa: when it was delivered, and what no other has.</summary>
    public static string Key(string end) => $"AWSLogs/{HandWritten.Account}/CloudTrail/us-west-2/2026/03/02/{HandWritten.Account}_CloudTrail_us-west-2_20260302T{end}.json.gz";

    public static void Deliver(this LoopbackBucket bucket, string key, params IEnumerable<JsonObject> records) =>
        bucket.Put(key, TrailFolder.Gzip(Encoding.UTF8.GetBytes(TrailFolder.Log(records))));

    /// <summary>Delivers a log of the records that are written by hand, by their minutes.</summary>
    public static void Deliver(this LoopbackBucket bucket, string key, params IEnumerable<int> minutes) =>
        bucket.Deliver(key, minutes.Select(minute => HandWritten.Record(minute)));
}
