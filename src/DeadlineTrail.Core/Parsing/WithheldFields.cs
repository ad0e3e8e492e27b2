using System.Collections;
using System.Collections.Generic;

namespace DeadlineTrail.Parsing;

/// <summary>Values that a record has but does not show.</summary>
internal static class WithheldFields
{
    /// <summary>What stands in the place of a sensitive value. AWS marks them in the service's model.</summary>
    internal const string HiddenMarker = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /// <summary>Gives the paths of hidden values.</summary>
    internal static IReadOnlyList<string> Hidden(RecordObject record)
    {
        var paths = new List<string>();
        AddHidden(record, string.Empty, paths);
        return paths;
    }

    /// <summary>
    /// Gives the names of omitted parts. Those are objects of this form, their values sometimes texts:
    /// <c>{"reason":"requestParameters too large","omitted":true,"originalSize":149893}</c>.
    /// </summary>
    internal static IReadOnlyList<string> Omitted(RecordObject record)
    {
        var names = new List<string>();
        foreach (DictionaryEntry member in record)
        {
            if (member.Value is RecordObject part && part["omitted"] is true or "true" && part["reason"] is string)
            {
                names.Add((string)member.Key);
            }
        }

        return names;
    }

    private static void AddHidden(object? value, string path, List<string> paths)
    {
        switch (value)
        {
            case HiddenMarker:
                paths.Add(path);
                break;
            case RecordObject members:
                foreach (DictionaryEntry member in members)
                {
                    AddHidden(member.Value, path.Length == 0 ? (string)member.Key : path + "." + member.Key, paths);
                }

                break;
            case object?[] items:
                foreach (var item in items)
                {
                    AddHidden(item, path + "[]", paths);
                }

                break;
        }
    }
}
