using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>
/// What is delivered between runs, and what each run must return, written by hand (<c>scenarios/*.json</c>) from the rules
/// that each names.
/// </summary>
internal sealed record BookmarkScenario(
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("rests on")] IReadOnlyList<string> RestsOn,
    [property: JsonPropertyName("runs")] IReadOnlyList<ScenarioRun> Runs,
    [property: JsonPropertyName("start")] DateTimeOffset? Start = null,
    [property: JsonPropertyName("page size")] int PageSize = LookupRequest.PageSize)
{
    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Whether it is about Event history, not a bucket.</summary>
    [JsonIgnore]
    public bool IsHistory => Runs.Any(run => run.Recorded is not null);

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Checkout.TestFile("Bookmarks", "scenarios"), "*.json").Order(StringComparer.Ordinal).Select(path => Path.GetFileNameWithoutExtension(path));

    public static BookmarkScenario Named(string name) =>
        JsonSerializer.Deserialize<BookmarkScenario>(File.ReadAllBytes(Checkout.TestFile("Bookmarks", "scenarios", name + ".json")), s_strict)!;
}

/// <summary>A run, and what happened before it.</summary>
/// <param name="Now">The time of this machine.</param>
/// <param name="Expect">The event IDs in the order in which they come; - for an event without one.</param>
/// <param name="Start">-StartTime, where it is another than the scenario's.</param>
/// <param name="ServerNow">The server's time, where it differs.</param>
/// <param name="Delivered">Files that appear, or are replaced.</param>
/// <param name="Recorded">Events that appear in Event history: Region, ID, time.</param>
/// <param name="Denied">Parts of the names of objects that may not be read.</param>
/// <param name="Unlisted">Regions whose folders may not be listed.</param>
/// <param name="Failing">Regions whose Event history fails, at once or, as in "us-west-2 after 1", after so many pages.</param>
/// <param name="StopsAfter">How many events are taken before the run is stopped.</param>
/// <param name="Oldest">-Oldest -MaxEvents.</param>
/// <param name="Defer">-DeferBookmark.</param>
/// <param name="Complete">Whether the deferred run is completed.</param>
/// <param name="Problems">How many problems are reported.</param>
/// <param name="Error">What ends the run before it begins.</param>
internal sealed record ScenarioRun(
    DateTimeOffset Now,
    IReadOnlyList<string> Expect,
    DateTimeOffset? Start = null,
    DateTimeOffset? ServerNow = null,
    IReadOnlyList<DeliveredFile>? Delivered = null,
    IReadOnlyList<string>? Recorded = null,
    IReadOnlyList<string>? Denied = null,
    IReadOnlyList<string>? Unlisted = null,
    IReadOnlyList<string>? Failing = null,
    int? StopsAfter = null,
    long? Oldest = null,
    bool Defer = false,
    bool Complete = false,
    int Problems = 0,
    string? Error = null);

/// <summary>A file that CloudTrail delivers.</summary>
/// <param name="File">Region, stamp and unique part.</param>
/// <param name="Records">ID, time, and what else is to be so.</param>
/// <param name="Name">Another name than CloudTrail's.</param>
/// <param name="Damaged">Whether its end is missing.</param>
internal sealed record DeliveredFile(string File, IReadOnlyList<string> Records, string? Name = null, bool Damaged = false)
{
    private const string Account = "111122223333";

    /// <summary>The object's key.</summary>
    [JsonIgnore]
    public string Key
    {
        get
        {
            var (region, stamp, unique) = File.Split(' ') is [var r, var s, var u] ? (r, s, u) : throw new InvalidDataException(File);
            var day = DateTime.ParseExact(stamp[..8], "yyyyMMdd", CultureInfo.InvariantCulture).ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
            return $"AWSLogs/{Account}/CloudTrail/{region}/{day}/{Name ?? $"{Account}_CloudTrail_{region}_{stamp}_{unique}.json.gz"}";
        }
    }

    /// <summary>The object's bytes.</summary>
    public byte[] Content()
    {
        var text = "{\"Records\":[" + string.Join(",", Records.Select(record => Record(record, Key).ToJsonString())) + "]}";
        var bytes = MemoryLogStore.Compress(Encoding.UTF8.GetBytes(text));
        return Damaged ? bytes[..^4] : bytes;
    }

    /// <summary>A record in full.</summary>
    internal static JsonObject Record(string given, string key)
    {
        var parts = given.Split(' ');
        var record = new JsonObject { ["eventTime"] = parts[1] };
        if (parts[0] != "-")
        {
            record["eventID"] = parts[0];
        }

        foreach (var part in parts.Skip(2).Select(each => each.Split('=')))
        {
            record[part[0] == "name" ? "eventName" : "awsRegion"] = part[1];
        }

        var complete = ScenarioRecord.Complete(record, key);
        if (parts.Any(part => part.StartsWith("region=", StringComparison.Ordinal)))
        {
            complete["recipientAccountId"] = Account;
        }

        return complete;
    }
}
