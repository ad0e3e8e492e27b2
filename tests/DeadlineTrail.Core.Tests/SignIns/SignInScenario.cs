using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>
/// Records, a question, and the sessions that are the answer, written by hand (<c>scenarios/*.json</c>): each expectation
/// says what fact it rests on. <see cref="ScenarioSignIn"/> makes whole CloudTrail records of the short ones.
/// </summary>
internal sealed record SignInScenario(
    string About, IReadOnlyList<JsonObject> Records, ScenarioAnswer Expect, ScenarioQuestion? Query = null)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file's name without its ending, such as <c>03-external-identity-provider</c>.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = "";

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Checkout.TestFile("SignIns", "scenarios"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static SignInScenario Named(string name)
    {
        var text = File.ReadAllBytes(Checkout.TestFile("SignIns", "scenarios", name + ".json"));
        return JsonSerializer.Deserialize<SignInScenario>(text, Strict)! with { Name = name };
    }

    /// <summary>An instant of a scenario: in full, or a time of day on 2 March 2026, UTC.</summary>
    public static DateTime Time(string text) => DateTime.Parse(
        text.Contains('T', StringComparison.Ordinal) ? text : "2026-03-02T" + text + "Z",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public override string ToString() => Name;
}

/// <summary>What is asked; what is absent is as a user leaves it.</summary>
internal sealed record ScenarioQuestion(
    string? Start = null, string? End = null, double SessionLimitHours = 8, bool IncludeUnlinked = false);

/// <summary>The whole answer: these sessions in any order, and no other; these warnings, and no other.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Warnings">The warnings, by their names.</param>
/// <param name="WarningSays">What the text of the first warning must name.</param>
/// <param name="UnjoinedCalls">Calls of monitor users that belong to no session.</param>
internal sealed record ScenarioAnswer(
    IReadOnlyList<ScenarioSession> Sessions,
    IReadOnlyList<string>? Warnings = null,
    IReadOnlyList<string>? WarningSays = null,
    long? UnjoinedCalls = null);

/// <summary>One session. A JsonElement that is absent is not looked at; one that is null must be null.</summary>
internal sealed record ScenarioSession
{
    public required string Because { get; init; }

    /// <summary>A name of the cast, or null for a session whose user's ID is not known.</summary>
    public required string? UserId { get; init; }

    public JsonElement UserName { get; init; }

    public required string Outcome { get; init; }

    public required string? SignIn { get; init; }

    public required IReadOnlyList<string> Grants { get; init; }

    public required IReadOnlyList<string> Calls { get; init; }

    public long? Failed { get; init; }

    public long? Denied { get; init; }

    public long? Reads { get; init; }

    public long? Writes { get; init; }

    public int? Failures { get; init; }

    public bool? Linked { get; init; }

    public string? Start { get; init; }

    public JsonElement End { get; init; }

    public IReadOnlyList<string>? CredentialTypes { get; init; }

    public JsonElement MfaUsed { get; init; }

    public JsonElement SignInMatch { get; init; }

    public string? CallMatch { get; init; }

    public string? SignInAccount { get; init; }

    public string? SignInRegion { get; init; }

    public string? Account { get; init; }

    public string? Region { get; init; }

    public IReadOnlyList<string>? Findings { get; init; }

    /// <summary>Other properties, by the names that users know.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>Of each finding, the events it names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Evidence { get; init; }
}
