using System.Collections.Generic;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>A page of Event history, newest event first.</summary>
/// <param name="Events">The events; a page may be empty and have a token all the same.</param>
/// <param name="NextToken">Leads to the next page; null on the last.</param>
internal sealed record LookupPage(IReadOnlyList<LookupEvent> Events, string? NextToken)
{
    /// <summary>Gets the ticks (UTC) of the server's time when it answered; null when it did not say.</summary>
    internal long? ServerTicks { get; init; }
}

/// <summary>An event as LookupEvents gives it: the record, and around it a summary.</summary>
/// <param name="EventId">The event's identifier (<c>EventId</c>), or null.</param>
/// <param name="Ticks">Ticks (UTC) of its time (<c>EventTime</c>); null when it is missing.</param>
/// <param name="Record">"CloudTrailEvent: A JSON string that contains a representation of the event returned"; null when
/// it is missing.</param>
internal sealed record LookupEvent(string? EventId, long? Ticks, string? Record);
