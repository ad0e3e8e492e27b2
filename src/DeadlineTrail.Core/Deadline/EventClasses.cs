using System;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Deadline;

/// <summary>Where CloudTrail records an event, and so where it can be found.</summary>
internal static class EventClasses
{
    internal const string Management = "Management";
    internal const string Data = "Data";
    internal const string Insight = "Insight";
    internal const string NetworkActivity = "NetworkActivity";
    internal const string Unknown = "Unknown";

    /// <summary>
    /// The record's own word counts: eventCategory since event version 1.07, managementEvent since 1.06. The catalogue
    /// only fills gaps.
    /// </summary>
    internal static string Of(TrailEvent trailEvent) => trailEvent.Text(RecordField.EventCategory) switch
    {
        Management => Management,
        Data => Data,
        Insight => Insight,
        NetworkActivity => NetworkActivity,
        { Length: > 0 } => Unknown,
        _ => WithoutCategory(trailEvent),
    };

    private static string WithoutCategory(TrailEvent trailEvent)
    {
        // "AwsVpceEvents" in the list of fields, "AwsVpceEvent" in AWS's examples.
        var type = trailEvent.EventType;
        if (type is not null && type.StartsWith("AwsVpceEvent", StringComparison.OrdinalIgnoreCase))
        {
            return NetworkActivity;
        }

        if (string.Equals(type, "AwsCloudTrailInsight", StringComparison.OrdinalIgnoreCase))
        {
            return Insight;
        }

        return trailEvent.Flag(RecordField.ManagementEvent) switch
        {
            true => Management,
            false => Data,
            null => trailEvent.Action?.EventClass ?? Unknown,
        };
    }
}
