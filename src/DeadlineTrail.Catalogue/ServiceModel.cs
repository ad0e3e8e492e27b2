using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace DeadlineTrail.Catalogue;

/// <summary>What the catalogue takes from a service model in botocore's form (<c>service-2.json</c>).</summary>
internal sealed record ServiceModel(string ApiVersion, IReadOnlyList<ModelOperation> Operations, IReadOnlyList<string> UnknownIdentifierShapes)
{
    /// <exception cref="InvalidDataException">The file is no service model of AWS Deadline Cloud.</exception>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    internal static ServiceModel Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("metadata", out JsonElement metadata)
            || !root.TryGetProperty("operations", out JsonElement operations)
            || !root.TryGetProperty("shapes", out JsonElement shapes))
        {
            throw new InvalidDataException("This is not a service model: it lacks metadata, operations or shapes. Give botocore's service-2.json of the service.");
        }

        if (!metadata.TryGetProperty("endpointPrefix", out JsonElement prefix) || prefix.GetString() != "deadline")
        {
            throw new InvalidDataException("This is the model of another service: its endpointPrefix is not 'deadline'.");
        }

        ShapeWalk walk = new(shapes);
        List<ModelOperation> read = [];
        foreach (JsonProperty operation in operations.EnumerateObject())
        {
            string? input = ShapeName(operation.Value, "input");
            string? output = ShapeName(operation.Value, "output");
            read.Add(new ModelOperation(
                operation.Name,
                operation.Value.TryGetProperty("readonly", out JsonElement isReadOnly) && isReadOnly.GetBoolean(),
                walk.Identifiers(input),
                walk.Identifiers(output),
                walk.Sensitive(input)));
        }

        // Models published before 2026 lack the trait; taking its absence for "writes" would turn every Get into a change.
        if (!read.Exists(static operation => operation.IsReadOnly))
        {
            throw new InvalidDataException("No operation of this model is marked read-only: it is older than the catalogue. Give a newer one.");
        }

        read.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new ServiceModel(metadata.GetProperty("apiVersion").GetString() ?? "", read, IdentifierShapes.Unknown(shapes));
    }

    private static string? ShapeName(JsonElement operation, string direction) =>
        operation.TryGetProperty(direction, out JsonElement reference) ? reference.GetProperty("shape").GetString() : null;
}

/// <summary>One operation, as far as the model knows it.</summary>
/// <param name="Name">The operation's name.</param>
/// <param name="IsReadOnly">The model's read-only trait.</param>
/// <param name="RequestIdentifiers">Paths of identifiers in the input.</param>
/// <param name="ResponseIdentifiers">Paths of identifiers in the output.</param>
/// <param name="SensitiveParameters">Paths in the input that the model marks sensitive.</param>
internal sealed record ModelOperation(
    string Name,
    bool IsReadOnly,
    IReadOnlyList<string> RequestIdentifiers,
    IReadOnlyList<string> ResponseIdentifiers,
    IReadOnlyList<string> SensitiveParameters);
