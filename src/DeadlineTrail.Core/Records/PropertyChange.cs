using System.Collections;
using System.Globalization;
using System.Linq;

namespace DeadlineTrail;

/// <summary>One property of a resource that a call set: from what, to what.</summary>
public sealed class PropertyChange
{
    internal const string Known = "Known";
    internal const string Unknown = "Unknown";
    internal const string Hidden = "Hidden";

    /// <summary>The name of a change that may have touched any property, because the request is not in the record.</summary>
    internal const string Anything = "*";

    internal PropertyChange(string name, object? oldValue, string oldValueState, object? newValue, string newValueState)
    {
        Name = name;
        OldValue = oldValue;
        OldValueState = oldValueState;
        NewValue = newValue;
        NewValueState = newValueState;
    }

    /// <summary>
    /// Gets the property, by the name the service's requests give it, such as <c>maxWorkerCount</c>; one element of a set
    /// that is changed one by one as <c>tags[show]</c>, <c>actions[STOP_SCHEDULING_AND_CANCEL_TASKS at 100 %]</c>. It is
    /// <c>*</c> where any property may have been changed, because the request is not in the record.
    /// </summary>
    public string Name { get; }

    /// <summary>Gets the value before, which an earlier record of the same resource gave. Null where there was none, and
    /// where it is unknown or hidden: see <see cref="OldValueState"/>.</summary>
    public object? OldValue { get; }

    /// <summary>Gets the value the call set (of <c>requestParameters</c>); null where it took the property away, and where
    /// it is unknown or hidden.</summary>
    public object? NewValue { get; }

    /// <summary>
    /// Gets what is known of <see cref="OldValue"/>: <c>Known</c>; <c>Unknown</c>, where no record that was read says it; or
    /// <c>Hidden</c>, where AWS hid it, wholly or in part, as sensitive.
    /// </summary>
    public string OldValueState { get; }

    /// <summary>
    /// Gets the same of <see cref="NewValue"/>. It is <c>Unknown</c> also where a value was asked for, and the record does
    /// not say whether the call worked for this resource; <see cref="NewValue"/> is then what was asked for.
    /// </summary>
    public string NewValueState { get; }

    /// <summary>Gives the change as <c>maxWorkerCount: 20 -> 60</c>.</summary>
    public override string ToString() => $"{Name}: {Text(OldValue, OldValueState)} -> {Text(NewValue, NewValueState)}";

    /// <summary>A value as one word or JSON; what is not known says so.</summary>
    internal static string Text(object? value, string state) => state switch
    {
        Unknown when value is not null => Text(value) + " (?)",
        Unknown => "(unknown)",
        Hidden when value is not null => Text(value),
        Hidden => "(hidden)",
        _ => Text(value),
    };

    private static string Text(object? value) => value switch
    {
        null => "(none)",
        string { Length: 0 } => "\"\"",
        string text => text,
        bool flag => flag ? "true" : "false",
        RecordObject record => record.ToString(),
        IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(Text)) + "]",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };
}
