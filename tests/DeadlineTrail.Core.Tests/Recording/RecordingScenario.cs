using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>A source and what it records, written by hand (<c>scenarios/*.json</c>), with the statements it rests on.</summary>
internal sealed record RecordingScenario(string About, IReadOnlyList<string> RestsOn, ScenarioSource Source, ScenarioRecording Expect, ScenarioAsk? Ask = null)
{
    internal static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    internal RecordingQuestion Question => Ask is null ? new RecordingQuestion() : new RecordingQuestion(Ticks(Ask.Start), Ticks(Ask.End), Regions(Ask));

    // Patterns of the scenarios have one star, at their end.
    private static TextFilter[]? Regions(ScenarioAsk ask) =>
        (ask.Regions ?? (ask.Region is null ? null : [ask.Region]))?.Select(region => new TextFilter([region], pattern => text => text.StartsWith(pattern.TrimEnd('*'), StringComparison.OrdinalIgnoreCase))).ToArray();

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Checkout.TestFile("Recording", "scenarios"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static RecordingScenario Named(string name) =>
        JsonSerializer.Deserialize<RecordingScenario>(File.ReadAllBytes(Checkout.TestFile("Recording", "scenarios", name + ".json")), Strict)!;

    internal static long? Ticks(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcTicks;
}

/// <summary>The source; what is absent is as on a trail of all Regions that is logging.</summary>
internal sealed record ScenarioSource(
    string Kind = "Trail",
    string HomeRegion = "us-west-2",
    bool IsMultiRegion = true,
    bool IncludeGlobalServiceEvents = true,
    bool SelectorsRefused = false,
    string? SelectorsChanged = null,
    string? StartLogging = null,
    string? StopLogging = null,
    JsonElement? EventSelectors = null,
    JsonElement? AdvancedEventSelectors = null)
{
    /// <summary>True, false, or null for not known.</summary>
    public bool? IsLogging { get; init; } = true;

    internal RecordingSettings Settings() => new()
    {
        IsEventHistory = Kind == "EventHistory",
        HomeRegion = HomeRegion,
        IsMultiRegion = Kind == "Trail" && IsMultiRegion,
        IncludesGlobalServices = IncludeGlobalServiceEvents,
        IsLogging = IsLogging,
        StartedTicks = RecordingScenario.Ticks(StartLogging),
        StoppedTicks = RecordingScenario.Ticks(StopLogging),
        SelectorsChangedTicks = RecordingScenario.Ticks(SelectorsChanged),
        Selectors = SelectorsRefused ? null : EventSelectorReader.Read(EventSelectors?.GetRawText(), AdvancedEventSelectors?.GetRawText()),
    };
}

internal sealed record ScenarioAsk(string? Start = null, string? End = null, string? Region = null, IReadOnlyList<string>? Regions = null);

internal sealed record ScenarioRecording(IReadOnlyList<ScenarioOperations> Operations, IReadOnlyDictionary<string, string>? SignIns = null, IReadOnlyDictionary<string, string>? Summary = null);

internal sealed record ScenarioOperations(IReadOnlyList<string> Operations, string Recorded, string Because);
