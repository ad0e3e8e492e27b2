using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>
/// Records that amend earlier ones: "addendum ... reason: The reason that the event or some of its contents were missing.
/// Values can be ... UPDATED_DATA ... originalEventID: The original event ID of the event."
/// (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html)
/// </summary>
internal static class AmendedEvent
{
    /// <summary>The identifier under which the call was first recorded.</summary>
    internal static string? FirstIdOf(TrailEvent trailEvent) => Original(trailEvent) ?? trailEvent.EventId;

    /// <summary>Each call once: where a record was amended, as it was amended.</summary>
    internal static IEnumerable<TrailEvent> Each(IReadOnlyList<TrailEvent> events)
    {
        var amended = new Dictionary<string, TrailEvent>(StringComparer.Ordinal);
        foreach (var trailEvent in events)
        {
            // Of several the last by time, then by identifier: any order will do, so long as it is always the same.
            if (Original(trailEvent) is { } original
                && (!amended.TryGetValue(original, out var other) || Compare(other, trailEvent) < 0))
            {
                amended[original] = trailEvent;
            }
        }

        return amended.Count == 0 ? events : events.Where(trailEvent => FirstIdOf(trailEvent) is not { } id
            || !amended.TryGetValue(id, out var last) || ReferenceEquals(last, trailEvent));
    }

    private static int Compare(TrailEvent left, TrailEvent right) =>
        left.Ticks != right.Ticks ? left.Ticks.CompareTo(right.Ticks) : string.CompareOrdinal(left.EventId, right.EventId);

    private static string? Original(TrailEvent trailEvent) =>
        trailEvent.Addendum is RecordObject addendum && addendum["reason"] is "UPDATED_DATA" ? addendum["originalEventID"] as string : null;
}
