using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.History;

namespace DeadlineTrail.Formats;

/// <summary>What the views of a history show; see <see cref="EventDisplay"/>.</summary>
public static class ResourceHistoryDisplay
{
    // A job's parameters or a fleet's configuration would fill a screen. The list view has them whole.
    private const int LongestValue = 60;

    /// <summary>When, as local time.</summary>
    public static string Time(PSObject instance) => Show(instance, static e =>
        new DateTimeOffset(e.EventTime).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) + "  (" + e.EventTimeUtc + ")");

    /// <summary>Who.</summary>
    public static string Actor(PSObject instance) => instance?.BaseObject is ResourceHistoryEntry entry ? EventDisplay.Actor(PSObject.AsPSObject(entry.Event)) : string.Empty;

    /// <summary>The operation.</summary>
    public static string EventName(PSObject instance) => Show(instance, static e => e.EventName);

    /// <summary>The event.</summary>
    public static string EventId(PSObject instance) => Show(instance, static e => e.EventId);

    /// <summary>What was done, with a mark where it was done to something else.</summary>
    public static string Operation(PSObject instance) => Show(instance, static e => e.Cause is null ? e.Operation : "[indirect] " + e.Operation);

    /// <summary>What changed, in short.</summary>
    public static string Changes(PSObject instance) => Show(instance, static e => string.Join("; ", e.Changes.Select(change => Short(e, change))));

    /// <summary>What changed, in full.</summary>
    public static string ChangesDetail(PSObject instance) => Show(instance, static e => string.Join("; ", e.Changes));

    /// <summary>The resource.</summary>
    public static string Resource(PSObject instance) => Show(instance, static e =>
        ResourceTypes.Noun(e.ResourceType) + (e.ResourceName is null ? string.Empty : $" \"{e.ResourceName}\"") + (e.ResourceId is null ? string.Empty : ", " + e.ResourceId));

    /// <summary>How it may have affected the resource.</summary>
    public static string Cause(PSObject instance) => Show(instance, static e => e.Cause);

    /// <summary>Whether it worked.</summary>
    public static string Result(PSObject instance) => Show(instance, static e => e.Succeeded switch
    {
        true => "OK",
        null => "not known",
        _ => e.Event.IsDenied ? "Denied, " + e.ErrorCode : "Failed, " + e.ErrorCode,
    });

    /// <summary>From where and through what.</summary>
    public static string Through(PSObject instance) => Show(instance, static e => e.ClientName + (e.SourceIPAddress is null ? string.Empty : " from " + e.SourceIPAddress));

    private static string Short(ResourceHistoryEntry entry, PropertyChange change)
    {
        var after = Cut(PropertyChange.Text(change.NewValue, change.NewValueState));

        // Before it was created it had nothing: that need not be said of every property, nor what its objects were then.
        return HistoryVerbs.Of(entry.EventName, out _, out _) == HistoryVerb.Create
            ? $"{change.Name}: {(change.NewValue is RecordObject ? "{...}" : change.NewValue is object?[] ? "[...]" : after)}"
            : $"{change.Name}: {Cut(PropertyChange.Text(change.OldValue, change.OldValueState))} -> {after}";
    }

    private static string Cut(string text) => TerminalText.Safe(text, LongestValue);

    private static string Show(PSObject instance, Func<ResourceHistoryEntry, string?> what) =>
        instance?.BaseObject is ResourceHistoryEntry entry ? TerminalText.Safe(what(entry)) : string.Empty;
}
