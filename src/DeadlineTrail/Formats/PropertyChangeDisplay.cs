using System;
using System.Globalization;
using System.Management.Automation;

namespace DeadlineTrail.Formats;

/// <summary>What the view of a change shows; see <see cref="EventDisplay"/>.</summary>
public static class PropertyChangeDisplay
{
    /// <summary>Of what.</summary>
    public static string Name(PSObject instance) => Show(instance, static change => change.Name);

    /// <summary>From what; empty where it is not known.</summary>
    public static string OldValue(PSObject instance) => Show(instance, static change => change.OldValue);

    /// <summary>To what; empty where it is not known.</summary>
    public static string NewValue(PSObject instance) => Show(instance, static change => change.NewValue);

    private static string Show(PSObject instance, Func<PropertyChange, object?> what) => instance?.BaseObject is not PropertyChange change ? string.Empty : TerminalText.Safe(what(change) switch
    {
        object?[] items => string.Join(", ", items),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    });
}
