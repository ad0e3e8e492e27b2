using System;
using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>
/// One entry in the history of a resource: who called what on it, when, through what, and what that changed.
/// </summary>
/// <remarks>A batch gives an entry for each of its items.</remarks>
public sealed class ResourceHistoryEntry
{
    internal ResourceHistoryEntry(TrailEvent trailEvent) => Event = trailEvent;

    /// <summary>Gets when, as local time. See <see cref="TrailEvent.EventTime"/>.</summary>
    public DateTime EventTime => Event.EventTime;

    /// <summary>Gets the same instant in UTC, as text. See <see cref="TrailEvent.EventTimeUtc"/>.</summary>
    public string EventTimeUtc => Event.EventTimeUtc;

    /// <summary>Gets the operation's name (<c>eventName</c>).</summary>
    public string EventName => Event.EventName;

    /// <summary>Gets what was done, in plain words.</summary>
    public string Operation { get; internal init; } = string.Empty;

    /// <summary>Gets who. See <see cref="TrailEvent.ActorName"/>.</summary>
    public string ActorName => Event.ActorName;

    /// <summary>Gets what the caller is. See <see cref="TrailEvent.ActorKind"/>.</summary>
    public string ActorKind => Event.ActorKind;

    /// <summary>Gets through what program. See <see cref="TrailEvent.ClientName"/>.</summary>
    public string ClientName => Event.ClientName;

    /// <summary>Gets from where (<c>sourceIPAddress</c>).</summary>
    public string? SourceIPAddress => Event.SourceIPAddress;

    /// <summary>
    /// Gets whether it worked, for this item where the call is a batch; null where the record does not say.
    /// </summary>
    public bool? Succeeded { get; internal init; }

    /// <summary>Gets the error, of the item where the call is a batch (<c>errorCode</c>, <c>errors[].code</c>).</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>Gets what changed; empty where the call failed, or set what was set already.</summary>
    public IReadOnlyList<PropertyChange> Changes { get; internal init; } = Array.Empty<PropertyChange>();

    /// <summary>
    /// Gets how a call on something else may have affected the resource the history is of (inferred); null where the
    /// call was about the resource itself, its members and associations, or what belongs to it.
    /// </summary>
    public string? Cause { get; internal init; }

    /// <summary>Gets what the call was about, such as <c>Queue</c>, <c>FarmMember</c> or <c>QueueFleetAssociation</c>.</summary>
    public string ResourceType { get; internal init; } = string.Empty;

    /// <summary>Gets its identifier; of an association or membership both, with a slash between; null where the record
    /// has none, as when creating it failed.</summary>
    public string? ResourceId { get; internal init; }

    /// <summary>Gets the name it had, as far as the records up to this one say; of a new name, the new one.</summary>
    public string? ResourceName { get; internal init; }

    /// <summary>Gets the identifier of the resource whose history this is.</summary>
    public string HistoryOf { get; internal init; } = string.Empty;

    /// <summary>Gets the event's identifier; of a record that amends an earlier one, that of the earlier.</summary>
    public string? EventId { get; internal init; }

    /// <summary>Gets the event itself.</summary>
    public TrailEvent Event { get; }

    /// <summary>Gives time, actor and operation.</summary>
    public override string ToString() => $"{EventTimeUtc} {ActorName}: {Operation}";
}
