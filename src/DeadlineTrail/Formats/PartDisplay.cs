using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace DeadlineTrail.Formats;

/// <summary>
/// What is shown of a part of an event, such as its actor or its request parameters, when it is all that stands at the
/// prompt: a line for each of its members, fit for a terminal. Called by the format system, as <see cref="EventDisplay"/>.
/// </summary>
public static class PartDisplay
{
    // Names come out of the log too; one that is longer pushes only its own value to the right.
    private const int WidestName = 32;

    /// <summary>A line for each member.</summary>
    public static string Lines(PSObject instance)
    {
        var members = Members(instance?.BaseObject).Select(static member => (Name: TerminalText.Safe(member.Name), Value: TerminalText.Safe(Text(member.Value)))).ToList();
        var width = members.Count == 0 ? 0 : Math.Min(WidestName, members.Max(static member => member.Name.Length));
        return string.Join("\n", members.Select(member => member.Name.PadRight(width) + " : " + member.Value));
    }

    private static IEnumerable<(string Name, object? Value)> Members(object? part) => part switch
    {
        null => [],
        RecordObject record => record.Cast<DictionaryEntry>().Select(static member => ((string)member.Key, (object?)member.Value)),
        _ => part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (property.Name, (object?)property.GetValue(part))),
    };

    private static string? Text(object? value) => value switch
    {
        object?[] items => "[" + string.Join(", ", items.Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };
}
