using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DeadlineTrail.Core.Tests.Ordering;

/// <summary>
/// A tree of log files, a question, and the answer in its exact order, written by hand (<c>scenarios/*.json</c>) from
/// the facts that each names, not from what a reader makes of it.
/// </summary>
/// <remarks>
/// An eventID of up to eight lower-case hexadecimal digits is short for a GUID that begins with it and sorts as it does.
/// A record has what matters to its scenario; <see cref="ScenarioRecord"/> adds the rest of a CloudTrail record.
/// </remarks>
internal sealed record OrderScenario(
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("rests on")] IReadOnlyList<string> RestsOn,
    [property: JsonPropertyName("files")] IReadOnlyList<ScenarioFile> Files,
    [property: JsonPropertyName("query")] ScenarioQuery Query,
    [property: JsonPropertyName("expect")] ScenarioExpectation Expect)
{
    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file's name without its ending, such as <c>05-late-by-hours</c>.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = "";

    public static IEnumerable<OrderScenario> All() =>
        Directory.EnumerateFiles(Checkout.TestFile("Ordering", "scenarios"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(Load);

    public static OrderScenario Named(string name) =>
        Load(Checkout.TestFile("Ordering", "scenarios", name + ".json"));

    /// <summary>Lays the tree out under a folder, compressed where the names say so.</summary>
    /// <returns>The folder to read, which holds nothing else.</returns>
    public string WriteTo(string folder)
    {
        string root = Path.Combine(folder, Name);
        foreach (ScenarioFile file in Files)
        {
            string path = Path.Combine([root, .. file.Path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using Stream bytes = new FileStream(path, FileMode.CreateNew);
            using Stream text = path.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(bytes, CompressionLevel.Optimal)
                : bytes;
            text.Write(file.Text());
        }

        return root;
    }

    public override string ToString() => Name;

    private static OrderScenario Load(string path)
    {
        OrderScenario scenario = JsonSerializer.Deserialize<OrderScenario>(File.ReadAllBytes(path), s_strict)
            ?? throw new InvalidDataException($"{path} is no scenario.");
        return scenario with { Name = Path.GetFileNameWithoutExtension(path) };
    }
}

/// <summary>A file by its path from the root of the bucket or folder, with <c>/</c>.</summary>
internal sealed record ScenarioFile(string Path, IReadOnlyList<JsonObject> Records)
{
    private const string OnlyKey = "Records";

    /// <summary>The records in full.</summary>
    public IEnumerable<JsonObject> CompleteRecords() => Records.Select(record => ScenarioRecord.Complete(record, Path));

    /// <summary>As CloudTrail writes it: one line without an end.</summary>
    public byte[] Text() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        [OnlyKey] = new JsonArray([.. CompleteRecords()]),
    });
}

/// <summary>What is asked; times are inclusive, and no scenario has an event on them.</summary>
internal sealed record ScenarioQuery(
    bool Oldest, bool Unordered, long? MaxEvents, bool IncludeDuplicate, DateTimeOffset? Start, DateTimeOffset? End);

/// <summary>What must come.</summary>
/// <param name="Events">eventIDs in the order in which they come (in any, if the query is unordered); null for none.</param>
/// <param name="Warnings">Each kind once for the query: OrderViolation, DuplicateDiffers.</param>
/// <param name="FilesReadAtMost">Files whose records were taken; files opened ahead of need do not count.</param>
internal sealed record ScenarioExpectation(
    IReadOnlyList<string?> Events, IReadOnlyList<string> Warnings, int? FilesReadAtMost = null)
{
    /// <summary>The events with their eventIDs in full.</summary>
    [JsonIgnore]
    public IReadOnlyList<string?> EventIds => [.. Events.Select(ScenarioRecord.InFull)];
}
