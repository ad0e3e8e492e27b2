using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Querying;

/// <summary>In which order events come out.</summary>
internal enum TrailOrder
{
    /// <summary>Newest first; within a second, by event ID.</summary>
    NewestFirst,

    /// <summary>The exact mirror of newest first.</summary>
    OldestFirst,

    /// <summary>As they are found.</summary>
    Unordered,
}

/// <summary>What is asked of a source. Immutable.</summary>
internal sealed record TrailQuery
{
    private readonly WantedService[] _services = [];

    /// <summary>Gets the ticks (UTC) of the first instant that counts.</summary>
    internal long StartTicks { get; init; } = long.MinValue;

    /// <summary>Gets the ticks (UTC) of the last instant that counts.</summary>
    internal long EndTicks { get; init; } = long.MaxValue;

    /// <summary>Gets the one service whose events are wanted, as CloudTrail spells it; null when there are several, or any.</summary>
    internal string? OnlyEventSource
    {
        get => _services is [{ EventName: null } only] ? only.EventSource : null;
        init => Services = value is null ? [] : [new WantedService(value)];
    }

    /// <summary>Gets the services whose events are wanted, where they are few and known by their exact names; none for any.</summary>
    internal IReadOnlyList<WantedService> Services
    {
        get => _services;
        init
        {
            _services = [.. value];
            Needle = RecordNeedle.ForMember("eventSource", value.Select(static service => service.EventSource).Distinct().ToArray());
        }
    }

    /// <summary>Gets the texts of which every matching record contains one; null when there are none.</summary>
    internal RecordNeedle? Needle { get; private init; }

    /// <summary>Gets a value indicating whether every byte of every record is to be valid, also of those nobody wants.</summary>
    internal bool Strict { get; init; }

    /// <summary>Gets what must be true of an event, besides its time and source.</summary>
    internal IReadOnlyList<EventCondition> Conditions { get; init; } = [];

    /// <summary>Gets the names of operations that are asked for; null for any. Like the following, it is one of
    /// <see cref="Conditions"/> already: a source may use it to read less.</summary>
    internal TextFilter? EventNames { get; init; }

    /// <summary>Gets the services that are asked for; null for any.</summary>
    internal TextFilter? EventSources { get; init; }

    /// <summary>Gets the classes of events that are asked for; null for any.</summary>
    internal TextFilter? EventClasses { get; init; }

    /// <summary>Gets whether reads or writes are asked for; null for both.</summary>
    internal TextFilter? Accesses { get; init; }

    /// <summary>Gets the identifiers of events that are asked for; null for any.</summary>
    internal TextFilter? EventIds { get; init; }

    /// <summary>Gets the access keys that are asked for; null for any.</summary>
    internal TextFilter? AccessKeyIds { get; init; }

    /// <summary>Gets the kinds of things that the event must mention one of by its identifier.</summary>
    internal IReadOnlyCollection<IdentifierKind> IdentifierKinds { get; init; } = [];

    /// <summary>Gets the order.</summary>
    internal TrailOrder Order { get; init; }

    /// <summary>Gets how many events are wanted at most.</summary>
    internal long MaxEvents { get; init; } = long.MaxValue;

    /// <summary>Gets a value indicating whether the same event is given as often as it was delivered.</summary>
    internal bool IncludeDuplicate { get; init; }

    /// <summary>The same, but from another start on, without an end, and with one condition more.</summary>
    internal TrailQuery With(long startTicks, EventCondition further) => this with
    {
        StartTicks = startTicks,
        EndTicks = long.MaxValue,
        Conditions = [.. Conditions, further],
    };

    /// <summary>Whether an event matches.</summary>
    internal bool Matches(TrailEvent trailEvent)
    {
        if (trailEvent.Ticks < StartTicks || trailEvent.Ticks > EndTicks
            || (_services.Length > 0 && !IsWanted(trailEvent)))
        {
            return false;
        }

        foreach (var condition in Conditions)
        {
            if (!condition.Test(trailEvent))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a record may match, told without making an event of it: what this refuses, <see cref="Matches"/>
    /// refuses too.</summary>
    internal bool MayMatch(in ParsedElement record) =>
        record.EventTicks >= StartTicks && record.EventTicks <= EndTicks && (_services.Length == 0 || IsWanted(record));

    /// <summary>Says what is searched for.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (StartTicks > DateTime.MinValue.Ticks)
        {
            parts.Add("from " + Instant.Utc(StartTicks));
        }

        if (EndTicks < DateTime.MaxValue.Ticks)
        {
            parts.Add("to " + Instant.Utc(EndTicks));
        }

        if (_services.Length > 0)
        {
            parts.Add("EventSource " + string.Join(", ", _services.Select(static service => service.ToString())));
        }

        parts.AddRange(Conditions.Select(condition => condition.Text));
        return parts.Count == 0 ? "every event" : string.Join("; ", parts);
    }

    private bool IsWanted(TrailEvent trailEvent)
    {
        foreach (var service in _services)
        {
            if (service.Has(trailEvent))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWanted(in ParsedElement record)
    {
        foreach (var service in _services)
        {
            if (service.Has(record))
            {
                return true;
            }
        }

        return false;
    }
}
