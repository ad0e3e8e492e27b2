using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Cmdlets;

/// <content>From parameters to a query. What can be checked is checked before anything is read.</content>
public abstract partial class TrailFilterCommand
{
    private readonly Dictionary<IdentifierKind, SortedSet<string>> _identifiers = [];
    private readonly SortedSet<string> _resourceIds = new(StringComparer.Ordinal);
    private long _startTicks = long.MinValue;
    private long _endTicks = long.MaxValue;
    private List<EventCondition> _conditions = [];
    private TextFilter? _source;
    private EventCondition? _region;

    /// <summary>Checks the filters; one that nothing can pass ends the cmdlet.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        SetRange();
        _source = SourceFilter();
        _conditions = Conditions().ToList();
        TakeIdentifiers();
    }

    /// <summary>Takes the identifiers that are bound now, from the command line or an object of the pipeline.</summary>
    private protected void TakeIdentifiers()
    {
        foreach (var (parameter, kind, ids) in Identifiers())
        {
            foreach (var id in ids ?? [])
            {
                if (!string.IsNullOrWhiteSpace(id))
                {
                    Check(parameter, kind, id.Trim());
                    Add(kind, id.Trim());
                }
            }
        }

        _resourceIds.UnionWith((ResourceId ?? []).Where(static id => !string.IsNullOrWhiteSpace(id)).Select(static id => id.Trim()));
    }

    /// <summary>Makes the query, with what was bound so far.</summary>
    private protected TrailQuery Query(TrailOrder order, long maxEvents, bool includeDuplicate, bool strict) =>
        Query(_startTicks, _endTicks, order, maxEvents, includeDuplicate, strict);

    /// <summary>Makes a query of the filters alone, at any time; null when there are none.</summary>
    /// <param name="inAnyRegion">Whether -Region only said where to ask.</param>
    private protected TrailQuery? FiltersAtAnyTime(bool inAnyRegion)
    {
        var query = Query(long.MinValue, long.MaxValue, TrailOrder.Unordered, long.MaxValue, includeDuplicate: true, strict: false, inAnyRegion);
        return query.Conditions.Count > 0 || query.Services.Count > 0 ? query : null;
    }

    private TrailQuery Query(long startTicks, long endTicks, TrailOrder order, long maxEvents, bool includeDuplicate, bool strict, bool inAnyRegion = false)
    {
        var conditions = _conditions.FindAll(condition => !inAnyRegion || condition != _region);
        foreach (var (parameter, kind, _) in Identifiers())
        {
            if (_identifiers.TryGetValue(kind, out var ids))
            {
                conditions.Add(EventCondition.Identifier(parameter, kind, ids.ToArray()));
            }
        }

        if (_resourceIds.Count > 0)
        {
            conditions.Add(EventCondition.ResourceId(_resourceIds.ToArray()));
        }

        return new TrailQuery
        {
            StartTicks = startTicks,
            EndTicks = endTicks,
            Services = Services(_source),
            Conditions = conditions,
            EventNames = Facts(EventName),
            EventSources = _source,
            EventClasses = Facts(EventClass),
            Accesses = Facts(Access is null ? null : [Access]),
            EventIds = Facts(EventId),
            AccessKeyIds = Facts(AccessKeyId),
            IdentifierKinds = _identifiers.Keys,
            Order = order,
            MaxEvents = maxEvents,
            IncludeDuplicate = includeDuplicate,
            Strict = strict,
        };
    }

    /// <summary>Gets a value indicating whether Deadline Cloud's own events are meant where no service is named.</summary>
    private protected virtual bool IsAboutDeadline => true;

    /// <summary>Makes the condition about access keys.</summary>
    private protected virtual EventCondition AccessKeyCondition(TextFilter filter) => EventCondition.AccessKeyId(filter);

    private void SetRange()
    {
        if (Last is { } last)
        {
            if (StartTime is not null)
            {
                throw Invalid(nameof(Last), last, "-Last says when to start, and so does -StartTime: give one of them.");
            }

            var now = DateTime.UtcNow.Ticks;
            _startTicks = last.Ticks < now ? now - last.Ticks : long.MinValue;
        }

        if (StartTime is { } start)
        {
            _startTicks = start.UtcTicks;
        }

        if (EndTime is { } end)
        {
            _endTicks = end.UtcTicks;
        }

        if (_endTicks < _startTicks)
        {
            throw Invalid(nameof(EndTime), EndTime, "The end of the range lies before its start, so no event can match. Exchange the two, or check their time zones: without one, a time is local.");
        }
    }

    /// <summary>
    /// Deadline Cloud's events, unless something else is asked for: a service, an event by its own identifier, or a name
    /// that is none of Deadline Cloud's operations.
    /// </summary>
    private TextFilter? SourceFilter()
    {
        if (EventSource is not null)
        {
            var filter = new TextFilter(EventSource, Compile);
            return filter.MatchesAll ? null : filter;
        }

        return IsAboutDeadline && EventId is null && (EventName ?? []).All(NamesAnOperation)
            ? new TextFilter([DeadlineService.EventSource], Compile)
            : null;
    }

    /// <summary>The names of services are lower case in every record; a user need not know.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Records have them in lower case.")]
    private static WantedService[] Services(TextFilter? filter) =>
        filter is not null && filter.Texts.Count <= RecordNeedle.MostTexts && !filter.Texts.Any(TextFilter.HasWildcard)
            ? filter.Texts.Select(static name => name.ToLowerInvariant()).Distinct().Select(static name => new WantedService(name)).ToArray()
            : [];

    private static bool NamesAnOperation(string name)
    {
        var filter = new TextFilter([name], Compile);
        return OperationCatalogue.Current.Actions.Any(action => filter.Matches(action.Name));
    }

    private IEnumerable<EventCondition> Conditions()
    {
        foreach (var (values, make) in TextFilters())
        {
            if (values is not null)
            {
                yield return make(new TextFilter(values, Compile));
            }
        }

        if (_source is not null && Services(_source).Length == 0)
        {
            yield return EventCondition.EventSource(_source);
        }

        if (SourceIPAddress is not null)
        {
            yield return AddressCondition(SourceIPAddress);
        }

        if (Failed)
        {
            yield return EventCondition.Failed();
        }

        if (Denied)
        {
            yield return EventCondition.Denied();
        }
    }

    private IEnumerable<(string[]? Values, Func<TextFilter, EventCondition> Make)> TextFilters() =>
    [
        (EventName, EventCondition.EventName),
        (EventId, EventCondition.EventId),
        (EventClass, EventCondition.EventClass),
        (Access is null ? null : [Access], EventCondition.Access),
        (Region, filter => _region = EventCondition.Region(filter)),
        (ErrorCode, EventCondition.ErrorCode),
        (AccountId, EventCondition.AccountId),
        (AccessKeyId, AccessKeyCondition),
        (CheckedKinds(), EventCondition.ActorKind),
        (Actor, EventCondition.Actor),
    ];

    private string[]? CheckedKinds()
    {
        foreach (var kind in ActorKind ?? [])
        {
            var filter = new TextFilter([kind], Compile);
            if (!ActorKinds.All.Any(known => filter.Matches(known.Key)))
            {
                throw Invalid(nameof(ActorKind), kind, $"No actor is ever of the kind \"{kind}\". The kinds are: {string.Join(", ", ActorKinds.All.Select(static known => known.Key))}.");
            }
        }

        return ActorKind;
    }

    private EventCondition AddressCondition(string[] addresses)
    {
        try
        {
            return EventCondition.SourceIPAddress(addresses, Compile);
        }
        catch (FormatException wrong)
        {
            throw Invalid(nameof(SourceIPAddress), addresses, wrong.Message);
        }
    }

    private void Add(IdentifierKind kind, string id)
    {
        if (!_identifiers.TryGetValue(kind, out var ids))
        {
            _identifiers.Add(kind, ids = new SortedSet<string>(StringComparer.Ordinal));
        }

        ids.Add(id);
    }

    /// <summary>An identifier of another kind can be in no such place; most likely two were mixed up.</summary>
    private void Check(string parameter, IdentifierKind kind, string id)
    {
        if (KindOf(id) is { } other && other != kind)
        {
            throw Invalid(parameter, id, $"\"{id}\" is the identifier of another kind of thing ({other}), so nothing can match -{parameter}. To look for it anywhere, use -ResourceId.");
        }
    }

    private static IdentifierKind? KindOf(string id) => id.IndexOf('-') is var hyphen && hyphen > 0
        ? IdentifierSyntax.KindOfPrefix(Encoding.ASCII.GetBytes(id.Substring(0, hyphen)))
        : null;

    private PipelineStoppedException Invalid(string parameter, object? value, string message)
    {
        ThrowTerminatingError(TrailErrors.InvalidFilter(parameter, value, message));
        return new PipelineStoppedException();
    }

    private static TextFilter? Facts(string[]? values) => values is null ? null : new TextFilter(values, Compile);

    private static Func<string, bool> Compile(string pattern) => new NamePattern(pattern).IsMatch;
}
