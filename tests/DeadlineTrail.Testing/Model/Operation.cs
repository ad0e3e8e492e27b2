using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Testing.Model;

/// <summary>A parameter by the name it has on the wire, which is the name CloudTrail shows.</summary>
internal sealed record Parameter(string Name, string Place, string Type, string Shape, bool Required, IReadOnlyList<string> Choices);

/// <summary>An operation of AWS Deadline Cloud as the service model describes it.</summary>
internal sealed record Operation
{
    public required string Name { get; init; }

    /// <summary>The first word of the name: Create, BatchUpdate, Associate, ...</summary>
    public required string Verb { get; init; }

    /// <summary>What it is about, for instance Queue or QueueMember.</summary>
    public required string Resource { get; init; }

    /// <summary>The prefix of the host name: management or scheduling.</summary>
    public required string Endpoint { get; init; }

    public required bool ReadOnly { get; init; }

    /// <summary>Management, Data, or NotListed where AWS's page lists it in neither.</summary>
    public required string Category { get; init; }

    /// <summary>The <c>type</c> in <c>resources</c>, for data events.</summary>
    public string? ResourcesType { get; init; }

    public required IReadOnlyList<string> Actors { get; init; }

    public required IReadOnlyList<Parameter> Request { get; init; }

    /// <summary>The members of the response of an operation that changes something or gives out credentials.</summary>
    public required IReadOnlyList<string> Response { get; init; }

    /// <summary>Paths in the request whose values the model marks as sensitive.</summary>
    public required IReadOnlyList<string> Sensitive { get; init; }

    internal static Operation Read(JsonElement json) => new()
    {
        Name = Text(json, "name")!,
        Verb = Text(json, "verb")!,
        Resource = Text(json, "resource")!,
        Endpoint = Text(json, "endpoint")!,
        ReadOnly = json.GetProperty("readOnly").GetBoolean(),
        Category = Text(json, "category")!,
        ResourcesType = Text(json, "resourcesType"),
        Actors = Texts(json, "actors"),
        Response = Texts(json, "response"),
        Sensitive = Texts(json, "sensitive"),
        Request = [.. json.GetProperty("request").EnumerateArray().Select(p => new Parameter(
            Text(p, "name")!,
            Text(p, "in")!,
            Text(p, "type")!,
            Text(p, "shape")!,
            p.TryGetProperty("required", out _),
            Texts(p, "enum")))],
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : Array.Empty<string>();
}
