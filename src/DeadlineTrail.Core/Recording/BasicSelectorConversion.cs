using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Recording;

/// <summary>Writes an advanced selector.</summary>
internal delegate void SelectorWriter(Utf8JsonWriter json, string name, IEnumerable<(string Field, string Operator, IEnumerable<string> Values)> fields);

/// <summary>
/// Turns a basic selector into advanced ones that record the same. Its data resources are ARNs, of which one that ends
/// before any resource stands for all: "arn:aws:s3" for all objects, "arn:aws:lambda" for all functions, "arn:aws:dynamodb"
/// for all tables, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html.
/// </summary>
internal static class BasicSelectorConversion
{
    /// <summary>Writes them.</summary>
    /// <returns>False where something of it cannot be said by an advanced selector.</returns>
    internal static bool TryWrite(BasicSelector selector, JsonElement element, SelectorWriter write, Utf8JsonWriter json)
    {
        if (selector.IsDamaged)
        {
            return false;
        }

        var access = selector.ReadOnly is { } readOnly ? [("readOnly", "Equals", Of(readOnly ? "true" : "false"))] : Array.Empty<(string, string, IEnumerable<string>)>();
        if (selector.IncludesManagement)
        {
            var excluded = selector.ExcludedSources.Count > 0 ? [("eventSource", "NotEquals", (IEnumerable<string>)selector.ExcludedSources)] : Array.Empty<(string, string, IEnumerable<string>)>();
            write(json, "Management events", [("eventCategory", "Equals", Of("Management")), .. access, .. excluded]);
        }

        if (!element.TryGetProperty("DataResources", out var resources) || resources.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        return resources.ValueKind == JsonValueKind.Array && resources.EnumerateArray().All(resource => TryWrite(resource, access, write, json));
    }

    private static bool TryWrite(JsonElement resource, IEnumerable<(string, string, IEnumerable<string>)> access, SelectorWriter write, Utf8JsonWriter json)
    {
        if (resource.ValueKind != JsonValueKind.Object
            || !resource.TryGetProperty("Type", out var type) || type.ValueKind != JsonValueKind.String
            || !resource.TryGetProperty("Values", out var list) || list.ValueKind != JsonValueKind.Array
            || list.EnumerateArray().Any(static value => value.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        var values = list.EnumerateArray().Select(static value => value.GetString()!).ToList();
        if (values.Count == 0)
        {
            return true;
        }

        var comparison = type.GetString() switch { "AWS::S3::Object" => "StartsWith", "AWS::Lambda::Function" or "AWS::DynamoDB::Table" => "Equals", _ => null };
        if (comparison is null)
        {
            return false;
        }

        // "arn:aws:s3" has three parts; the ARN of anything has six.
        var fields = values.Any(static arn => arn.Split(':').Length < 6)
            ? Array.Empty<(string, string, IEnumerable<string>)>()
            : [("resources.ARN", comparison, (IEnumerable<string>)values)];
        write(json, type.GetString()!, [("eventCategory", "Equals", Of("Data")), ("resources.type", "Equals", Of(type.GetString()!)), .. access, .. fields]);
        return true;
    }

    private static IEnumerable<string> Of(string value) => [value];
}
