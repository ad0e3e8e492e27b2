using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Recording;

/// <summary>
/// Reads the answer of GetEventSelectors. Whatever is not of the documented shape makes the answers unknown, and nothing
/// worse: the text comes from elsewhere.
/// </summary>
internal static class EventSelectorReader
{
    /// <summary>CloudTrail allows 500 values on a trail; what has many times more is not from there.</summary>
    internal const int MostValues = 20_000;

    private const int LongestText = 4 * 1024 * 1024;

    /// <summary>Reads selectors.</summary>
    /// <param name="basic">The EventSelectors, a JSON array; null where the answer has none.</param>
    /// <param name="advanced">The AdvancedEventSelectors, a JSON array; null where the answer has none.</param>
    internal static EventSelectors Read(string? basic, string? advanced)
    {
        var damaged = new EventSelectors { IsDamaged = true, BasicJson = basic, AdvancedJson = advanced };
        if ((basic?.Length ?? 0) + (advanced?.Length ?? 0) > LongestText)
        {
            return damaged;
        }

        try
        {
            var values = 0;
            var selectors = new EventSelectors
            {
                Basic = Items(basic).Select(Basic).ToList(),
                Advanced = Items(advanced).Select(item => Advanced(item, ref values)).ToList(),
                BasicJson = basic,
                AdvancedJson = advanced,
            };

            // "By default, trails created without specific event selectors are configured to log all read and write
            // management events, and no data events or network activity events.",
            // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html. That is an answer
            // without any selectors; what an empty list of them would mean is not said.
            return values > MostValues ? damaged
                : basic is null && advanced is null ? selectors with { Basic = [new BasicSelector(true, null, [], false)] }
                : selectors.Basic.Count + selectors.Advanced.Count == 0 ? damaged
                : selectors;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return damaged;
        }
    }

    private static List<JsonElement> Items(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Array => document.RootElement.EnumerateArray().Select(static item => item.Clone()).ToList(),
            JsonValueKind.Null => [],
            _ => throw new JsonException("Selectors are a list."),
        };
    }

    private static BasicSelector Basic(JsonElement item)
    {
        var damaged = item.ValueKind != JsonValueKind.Object;
        var management = true;
        bool? readOnly = null;
        IReadOnlyList<string> excluded = [];
        foreach (var member in damaged ? default : item.EnumerateObject())
        {
            switch (member.Name, member.Value.ValueKind)
            {
                case (_, JsonValueKind.Null):
                    break;
                case ("ReadWriteType", _):
                    (readOnly, var isKnown) = ReadWriteType(member.Value);
                    damaged |= !isKnown;
                    break;
                case ("IncludeManagementEvents", JsonValueKind.True or JsonValueKind.False):
                    management = member.Value.GetBoolean();
                    break;
                case ("IncludeManagementEvents", _):
                    damaged = true;
                    break;
                case ("ExcludeManagementEventSources", _):
                    damaged |= !TryTexts(member.Value, out excluded);
                    break;
            }
        }

        return new BasicSelector(management, readOnly, excluded, damaged);
    }

    private static (bool? ReadOnly, bool IsKnown) ReadWriteType(JsonElement value) => (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
    {
        "All" => (null, true),
        "ReadOnly" => (true, true),
        "WriteOnly" => (false, true),
        _ => (null, false),
    };

    private static AdvancedSelector Advanced(JsonElement item, ref int values)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("FieldSelectors", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return new AdvancedSelector([new FieldSelector()]);
        }

        var fields = new List<FieldSelector>();
        foreach (var each in list.EnumerateArray())
        {
            var field = Field(each);
            fields.Add(field);
            values += field.EqualTo.Count + field.StartsWith.Count + field.EndsWith.Count + field.NotEqualTo.Count + field.NotStartsWith.Count + field.NotEndsWith.Count;
        }

        return new AdvancedSelector(fields);
    }

    private static FieldSelector Field(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("Field", out var name) || name.ValueKind != JsonValueKind.String)
        {
            return new FieldSelector();
        }

        var field = new FieldSelector { Field = name.GetString() };
        foreach (var member in item.EnumerateObject())
        {
            if (member.Name == "Field" || member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (!TryTexts(member.Value, out var texts))
            {
                return new FieldSelector();
            }

            field = member.Name switch
            {
                "Equals" => field with { EqualTo = texts },
                "StartsWith" => field with { StartsWith = texts },
                "EndsWith" => field with { EndsWith = texts },
                "NotEquals" => field with { NotEqualTo = texts },
                "NotStartsWith" => field with { NotStartsWith = texts },
                "NotEndsWith" => field with { NotEndsWith = texts },
                _ => new FieldSelector(),
            };
            if (field.Field is null)
            {
                return field;
            }
        }

        return field;
    }

    private static bool TryTexts(JsonElement value, out IReadOnlyList<string> texts)
    {
        texts = [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(static item => item.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        try
        {
            texts = value.EnumerateArray().Select(static item => item.GetString()!).ToList();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which no string can be made of.
            return false;
        }
    }
}
