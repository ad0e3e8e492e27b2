using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>Reads from a request, or an item of a batch, what it does to which fields.</summary>
internal static class FieldReader
{
    private const string ToAdd = "ToAdd";
    private const string ToRemove = "ToRemove";

    /// <summary>The sets that requests change element by element: with the ToAdd and ToRemove of updates, with TagResource,
    /// and with UpdateMonitorSettings.</summary>
    private static readonly HashSet<string> Sets = new(StringComparer.Ordinal)
    {
        "actions", "allowedStorageProfileIds", "fileSystemLocations", "requiredFileSystemLocationNames", "settings", "tags",
    };

    /// <summary>What a request does; everything may have been done by one that is not in the record.</summary>
    internal static IReadOnlyList<FieldSetting> Read(object? request, HistoryVerb verb, string type)
    {
        if (verb == HistoryVerb.Delete)
        {
            return [];
        }

        if (request is not RecordObject fields || IsOmitted(fields))
        {
            return [new FieldSetting(SettingKind.Anything, PropertyChange.Anything, null, request is string ? FieldValue.Hidden : FieldValue.Unknown)];
        }

        var settings = new List<FieldSetting>();
        foreach (DictionaryEntry field in fields)
        {
            var name = (string)field.Key;
            if (verb == HistoryVerb.Untag && name == "tagKeys")
            {
                settings.AddRange(Elements("tags", field.Value, SettingKind.Removal));
            }
            else if (!ResourceTypes.Identifies(type, name))
            {
                settings.AddRange(Read(Renamed(type, name), field.Value));
            }
        }

        return settings;
    }

    /// <summary>{"reason": "...", "omitted": true, "originalSize": ...} stands for a part of more than 100 KB
    /// (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html).</summary>
    internal static bool IsOmitted(RecordObject part) => part["omitted"] is true or "true" && part.Contains("reason");

    /// <summary>Gets the sets that a Create call of these settings gives whole.</summary>
    internal static IEnumerable<string> WholeSets(object? request) => request is RecordObject fields && !IsOmitted(fields)
        ? Sets.Where(name => fields[name] is RecordObject || (fields[name] is object?[] items && items.All(item => Label(name, item) is not null)))
        : [];

    // CreateJob says nameOverride and descriptionOverride where UpdateJob says name and description.
    private static string Renamed(string type, string name) => (type, name) switch
    {
        ("Job", "nameOverride") => "name",
        ("Job", "descriptionOverride") => "description",
        _ => name,
    };

    private static IEnumerable<FieldSetting> Read(string name, object? value)
    {
        if (Without(name, ToAdd) is { } added)
        {
            return Elements(added, value, SettingKind.Element);
        }

        if (Without(name, ToRemove) is { } removed)
        {
            return Elements(removed, value, SettingKind.Removal);
        }

        return Sets.Contains(name) ? Elements(name, value, SettingKind.Element) : [new FieldSetting(SettingKind.Value, name, null, Shown(value))];
    }

    private static string? Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) && Sets.Contains(name.Substring(0, name.Length - ending.Length))
            ? name.Substring(0, name.Length - ending.Length)
            : null;

    private static IEnumerable<FieldSetting> Elements(string set, object? value, SettingKind kind)
    {
        switch (value)
        {
            case RecordObject map:
                foreach (DictionaryEntry element in map)
                {
                    // "Send an empty string value to delete a key.", API_UpdateMonitorSettings.
                    yield return set == "settings" && element.Value is string { Length: 0 }
                        ? new FieldSetting(SettingKind.Removal, set, (string)element.Key, FieldValue.None)
                        : new FieldSetting(kind, set, (string)element.Key, Shown(element.Value));
                }

                break;

            case object?[] items when items.All(item => Label(set, item) is not null):
                foreach (var item in items)
                {
                    yield return new FieldSetting(kind, set, Label(set, item), kind == SettingKind.Removal ? FieldValue.None : Shown(item));
                }

                break;

            default:
                yield return new FieldSetting(SettingKind.WholeSet, set, null, SameValue.HoldsHidden(value) ? FieldValue.Hidden : Shown(value));
                break;
        }
    }

    /// <summary>What tells one element from another; null where that is hidden.</summary>
    private static string? Label(string set, object? item) => (set, item) switch
    {
        (_, string text) => SameValue.IsHidden(text) ? null : text,
        ("actions", RecordObject action) when action["type"] is string type && action["thresholdPercentage"] is { } threshold and not string =>
            string.Format(CultureInfo.InvariantCulture, "{0} at {1:0.############} %", type, threshold),
        ("fileSystemLocations", RecordObject location) when location["name"] is string name && !SameValue.IsHidden(name) => name,
        _ => null,
    };

    private static FieldValue Shown(object? value) => value is string text && SameValue.IsHidden(text)
        ? FieldValue.Hidden
        : new FieldValue(value, SameValue.HoldsHidden(value) ? PropertyChange.Hidden : PropertyChange.Known);
}
