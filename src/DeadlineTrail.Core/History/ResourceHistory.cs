using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;

namespace DeadlineTrail.History;

/// <summary>What else is asked of a history.</summary>
internal sealed record HistoryOptions
{
    /// <summary>Gets a value indicating whether what belongs to the resource is in it too.</summary>
    internal bool IncludeChildren { get; init; }

    /// <summary>Gets the ticks (UTC) behind which nothing counts. There is no start: what was set before the range is
    /// known inside it.</summary>
    internal long EndTicks { get; init; } = long.MaxValue;

    /// <summary>Gets the types a display name may be of; none for any.</summary>
    internal IReadOnlyList<string> Types { get; init; } = [];
}

/// <summary>Reads from a source what happened to resources.</summary>
internal sealed class ResourceHistory(ITrailSource source, ITrailObserver observer, CancellationToken cancellation)
{
    private readonly RepeatedReadings _readings = new(observer);

    // Few, and needed to know what a job's queue is tied to and what things are called.
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "Farm", "Queue", "Fleet", "Limit", "Budget", "QueueFleetAssociation", "QueueLimitAssociation",
    };

    /// <summary>Reads the histories.</summary>
    /// <param name="resources">Of what; the same resource named twice counts once.</param>
    /// <param name="options">What else is asked.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal HistoryAnswer Of(IReadOnlyList<string> resources, HistoryOptions options)
    {
        var problems = new List<HistoryProblem>();
        var references = new List<ResourceReference>();
        foreach (var text in resources)
        {
            var reference = ResourceReference.Parse(text, out var problem, options.Types.Count > 0);
            Take(reference, problem, references, problems);
        }

        var subjects = Named(references, options, problems).GroupBy(static reference => reference.Id)
            .Select(static same => new HistorySubject(same.First())).ToList();
        if (subjects.Count == 0)
        {
            return new HistoryAnswer([], problems);
        }

        var entries = new List<(HistorySubject Subject, ResourceHistoryEntry Entry)>();
        foreach (var folded in new HistoryFold(cancellation).Fold(Events(subjects, options)))
        {
            foreach (var subject in subjects)
            {
                if (subject.Relates(folded, options.IncludeChildren, out var cause))
                {
                    entries.Add((subject, Entry(folded, subject, cause)));
                }
            }
        }

        var missing = subjects.Where(subject => subject.Problem() is not null).ToList();
        problems.AddRange(missing.Select(static subject => subject.Problem()!));
        return new HistoryAnswer(entries.Where(each => !missing.Contains(each.Subject)).Select(static each => each.Entry).ToList(), problems);
    }

    private static void Take(ResourceReference? reference, HistoryProblem? problem, List<ResourceReference> references, List<HistoryProblem> problems)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }
        else if (reference is not null)
        {
            references.Add(reference);
        }
    }

    private static ResourceHistoryEntry Entry(FoldedCall folded, HistorySubject subject, string? cause)
    {
        var call = folded.Call;
        var changes = folded.Changes;
        var nothingNew = call.Changes && call.Settings.Count > 0 && changes.Count == 0 && call.Verb != HistoryVerb.Delete;
        return new ResourceHistoryEntry(call.Event)
        {
            Operation = OperationSentence.Of(call, folded.Names, nothingNew, changes.FirstOrDefault(static change => change.Name.EndsWith("Status", StringComparison.Ordinal))),
            Succeeded = call.Result switch { CallResult.Done => true, CallResult.Failed => false, _ => null },
            ErrorCode = call.ErrorCode,
            Changes = changes,
            Cause = cause,
            ResourceType = call.Type,
            ResourceId = call.Id,
            ResourceName = folded.Names.Of(call),
            HistoryOf = subject.Id,
            EventId = call.EventId,
        };
    }

    private List<ResourceReference> Named(List<ResourceReference> references, HistoryOptions options, List<HistoryProblem> problems)
    {
        var names = references.Where(static reference => reference.Id is null).Select(static reference => reference.Text).ToList();
        if (names.Count == 0)
        {
            return references;
        }

        var naming = new ResourceNaming(options.Types);
        foreach (var trailEvent in Read(TrailOrder.Unordered, options, [], new EventCondition("names: " + string.Join(", ", names), ResourceNaming.MayName)))
        {
            naming.Take(trailEvent, names);
        }

        var found = new List<ResourceReference>();
        foreach (var reference in references)
        {
            HistoryProblem? problem = null;
            Take(reference.Id is not null ? reference : naming.Find(reference.Text, out problem), problem, found, problems);
        }

        return found;
    }

    private List<TrailEvent> Events(List<HistorySubject> subjects, HistoryOptions options)
    {
        var ids = subjects.SelectMany(static subject => subject.Reference.Parts).Distinct(StringComparer.Ordinal).ToArray();
        var kinds = subjects.Select(static subject => subject.Reference.Kind).OfType<IdentifierKind>().Distinct().ToArray();
        return Read(TrailOrder.OldestFirst, options, kinds, new EventCondition("changes of " + string.Join(", ", ids), Concerns)).ToList();

        bool Concerns(TrailEvent trailEvent)
        {
            if (!HistoryCallReader.Belongs(trailEvent))
            {
                return false;
            }

            if (trailEvent.Action is { } action && Structure.Contains(action.ResourceType))
            {
                return true;
            }

            var found = trailEvent.Identifiers;
            return ids.Any(found.Mentions);
        }
    }

    private IEnumerable<TrailEvent> Read(TrailOrder order, HistoryOptions options, IReadOnlyCollection<IdentifierKind> kinds, EventCondition condition) => source.Read(
        new TrailQuery
        {
            OnlyEventSource = DeadlineService.EventSource,
            EndTicks = options.EndTicks,
            Order = order,
            IdentifierKinds = kinds,
            Conditions = [condition],
        },
        _readings.Again(),
        cancellation);
}
