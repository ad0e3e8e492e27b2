using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Recording;

/// <summary>
/// Selectors that record what is missing and all that is recorded now. "If you apply AdvancedEventSelectors to a trail, any
/// existing EventSelectors are overwritten.", https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html;
/// so the ones there are come first, word by word, and basic ones are turned into advanced ones.
/// </summary>
internal static class SelectorRemedy
{
    /// <summary>Gives the selectors, a JSON array; null where those there are cannot be kept.</summary>
    /// <param name="existing">The selectors there are; null for none, as on a trail to be made.</param>
    /// <param name="management">Whether all management events are to be added.</param>
    /// <param name="types">The types whose data events are to be added, such as AWS::Deadline::Job.</param>
    internal static string? For(EventSelectors? existing, bool management, IEnumerable<string> types)
    {
        // Text is escaped so that the result can stand between apostrophes in every shell.
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            if (existing is not null && !TryKeep(existing, json))
            {
                return null;
            }

            if (management)
            {
                Write(json, "Management events", [("eventCategory", "Equals", ["Management"])]);
            }

            foreach (var type in types.Distinct().OrderBy(static type => type, StringComparer.Ordinal))
            {
                Write(json, "Deadline Cloud: " + type, [("eventCategory", "Equals", ["Data"]), ("resources.type", "Equals", [type])]);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static bool TryKeep(EventSelectors existing, Utf8JsonWriter json)
    {
        if (existing.IsDamaged)
        {
            return false;
        }

        if (existing.Advanced.Count > 0)
        {
            using var document = JsonDocument.Parse(existing.AdvancedJson!);
            foreach (var selector in document.RootElement.EnumerateArray())
            {
                selector.WriteTo(json);
            }

            return true;
        }

        if (existing.BasicJson is null)
        {
            Write(json, "Management events", [("eventCategory", "Equals", ["Management"])]);
            return true;
        }

        using var basic = JsonDocument.Parse(existing.BasicJson);
        return existing.Basic.Zip(basic.RootElement.EnumerateArray(), (selector, element) => BasicSelectorConversion.TryWrite(selector, element, Write, json)).ToList().TrueForAll(static isKept => isKept);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Field, string Operator, IEnumerable<string> Values)> fields)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteStartArray("FieldSelectors");
        foreach (var (field, comparison, values) in fields)
        {
            json.WriteStartObject();
            json.WriteString("Field", field);
            json.WriteStartArray(comparison);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
