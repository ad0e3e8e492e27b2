using System;

namespace DeadlineTrail.Testing;

/// <summary>What one successful call did to one resource.</summary>
public sealed record ResourceChange
{
    /// <summary>Created, Updated or Deleted.</summary>
    public required string What { get; init; }

    /// <summary>Queue, Fleet, Job, FarmMember, QueueFleetAssociation, ...</summary>
    public required string Kind { get; init; }

    /// <summary>The identifier; of a pair, both with a slash between.</summary>
    public required string ResourceId { get; init; }

    public required string EventId { get; init; }

    public required DateTime EventTime { get; init; }

    public required string EventName { get; init; }

    /// <summary>The wire name of what was updated; null for Created and Deleted.</summary>
    public string? Property { get; init; }

    /// <summary>The value before as JSON text; null when no call had set it.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after as JSON text; for Created, everything the call set.</summary>
    public string? NewValue { get; init; }

    /// <summary>Whether the record hides the new value, or a part of it.</summary>
    public bool Hidden { get; init; }
}

/// <summary>Something the studio will talk about, and the records that show it.</summary>
public sealed record Incident(string Title, DateTime Time, System.Collections.Generic.IReadOnlyList<string> EventIds);
