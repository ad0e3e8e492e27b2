using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>
/// Records, a resource, and its history, written by hand (<c>scenarios/*.json</c>) from the facts that each names.
/// </summary>
/// <remarks>
/// <c>queue-1</c> is short for the identifier that ends in 1 behind zeros. A record has what matters to its scenario;
/// <see cref="ScenarioRecord"/> adds the rest of a CloudTrail record.
/// </remarks>
internal sealed partial record HistoryScenario(
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("rests on")] IReadOnlyList<string> RestsOn,
    [property: JsonPropertyName("records")] IReadOnlyList<JsonObject> Records,
    [property: JsonPropertyName("ask")] HistoryQuestion Ask,
    [property: JsonPropertyName("expect")] HistoryExpectation Expect)
{
    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Checkout.TestFile("History", "scenarios"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static HistoryScenario Named(string name) =>
        JsonSerializer.Deserialize<HistoryScenario>(InFull(File.ReadAllText(Checkout.TestFile("History", "scenarios", name + ".json"))), s_strict)
            ?? throw new InvalidDataException($"{name} is no scenario.");

    public IEnumerable<TrailEvent> Events() => Records.Select((record, at) =>
        SingleRecord.Parse(ScenarioRecord.Complete(record, "").ToJsonString(), "by hand", at + 1, false, false)!);

    private static string InFull(string text) => ShortId().Replace(text, match =>
        match.Groups["kind"].Value + "-" + match.Groups["number"].Value.PadLeft(32, '0') + match.Groups["ordinal"].Value);

    [GeneratedRegex(@"(?<![\w-])(?<kind>farm|queue|fleet|job|step|session|worker|budget|limit|le|monitor|sp|task)-(?<number>[0-9])(?<ordinal>-[0-9])?(?![\w-])")]
    private static partial Regex ShortId();
}

/// <summary>What is asked.</summary>
internal sealed record HistoryQuestion(JsonNode Resource, bool IncludeChildren = false, DateTimeOffset? Start = null, DateTimeOffset? End = null, IReadOnlyList<string>? Types = null)
{
    public IReadOnlyList<string> Resources => Resource is JsonArray several ? [.. several.Select(each => (string)each!)] : [(string)Resource!];
}

/// <summary>What must come, oldest first.</summary>
internal sealed record HistoryExpectation(IReadOnlyList<ExpectedEntry> Entries, string? Problem = null, IReadOnlyList<string>? Naming = null);

/// <summary>An entry: the event, the resource as "Type id", the name it had, what the sentence must say, what changed.</summary>
internal sealed record ExpectedEntry(
    string Event, string On, string? Called, bool? Succeeded, IReadOnlyList<ExpectedChange> Changes, string? Cause = null, IReadOnlyList<string>? Says = null);

/// <summary>A change; states are Known where nothing else is said.</summary>
internal sealed record ExpectedChange(string Name, JsonNode? Old, JsonNode? New, string OldState = "Known", string NewState = "Known");
