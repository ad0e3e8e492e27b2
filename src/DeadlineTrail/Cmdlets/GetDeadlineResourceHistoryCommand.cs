using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Completion;
using DeadlineTrail.History;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets what happened to a farm, queue, fleet, job or another resource: who changed what on it, from what to what, when and through what.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineResourceHistory", DefaultParameterSetName = EventHistorySet)]
[OutputType(typeof(ResourceHistoryEntry))]
public sealed partial class GetDeadlineResourceHistoryCommand : TrailSourceCommand
{
    private readonly List<TrailEvent> _events = [];

    /// <summary>Gets or sets what the history is of: identifiers, ARNs or display names; of an association or membership
    /// both identifiers with a slash between.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Resource { get; set; } = [];

    // By value, as the events are: of two sets PowerShell would else prefer the one by value, and never try PSPath.
    /// <summary>Gets or sets log files and folders; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [LogPath]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Path { get; set; } = [];

    /// <summary>Gets or sets whether what belongs to the resource is in its history: a queue's jobs, a fleet's workers.</summary>
    [Parameter]
    public SwitchParameter IncludeChildren { get; set; }

    /// <summary>Gets or sets of what type the resource is, where several have the same name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HistoryTypeCompleter))]
    public string[]? ResourceType { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        foreach (var type in ResourceType ?? [])
        {
            if (!ResourceTypes.All.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(ResourceType), type, $"There is no history of a \"{type}\". The types are: {string.Join(", ", ResourceTypes.All)}."));
            }
        }

        // Here an identifier says what the history is of. It is no filter: the call that cancelled a job's tasks by way of
        // its queue does not name the job.
        TakeResources();
        ForgetIdentifiers();
        base.BeginProcessing();
    }

    private protected override void TakeNamed() => TakeResources();

    private protected override void Take(TrailEvent trailEvent) => _events.Add(trailEvent);

    private protected override void AnswerFromEvents()
    {
        RequireResource();
        Write(Read(new EventListSource(_events)));
    }

    private protected override void AnswerFrom(SourceSpecification place)
    {
        RequireResource();
        using var opened = Open(place, Settings, SourceReach.Farm);
        string[] types = ResourceType ?? [];
        var isKnown = HistoryNeeds.AreKnown(_resources, types);
        if (isKnown)
        {
            WarnOfGaps(opened, _resources, types);
        }

        var answer = Read(opened.Source);
        if (!isKnown)
        {
            // Of what had a name only the type is known by now; what nothing has as its name may be of any.
            var unknown = answer.Problems.Where(static problem => problem.Id == HistoryProblem.NotFound).Select(static problem => problem.Target);
            WarnOfGaps(opened, [.. answer.Entries.Select(static entry => entry.HistoryOf).Distinct(), .. _resources.Where(text => HistoryNeeds.AreKnown([text], [])), .. unknown], [.. ResourceTypes.All]);
        }

        Write(answer);
    }

    /// <summary>Where filters name calls, those are what is asked for; else all that such a history is made of.</summary>
    private void WarnOfGaps(OpenedSource opened, IEnumerable<string> resources, IReadOnlyList<string> types)
    {
        var query = Question();
        WarnOfGaps(opened, query, RecordingCoverage.Matters(query) ? [] : HistoryNeeds.Calls(resources, types, IncludeChildren), Region ?? []);
    }

    private void RequireResource()
    {
        if (_resources.Count == 0)
        {
            ThrowTerminatingError(TrailErrors.NoResource());
        }
    }

    private TrailQuery Question() => Query(TrailOrder.OldestFirst, long.MaxValue, includeDuplicate: false, strict: false);

    private HistoryAnswer Read(ITrailSource source) => new ResourceHistory(source, Output, Cancellation).Of(_resources, new HistoryOptions
    {
        IncludeChildren = IncludeChildren,
        EndTicks = Question().EndTicks,
        Types = ResourceType ?? [],
    });

    /// <summary>Filters the entries, not what they are computed from.</summary>
    private void Write(HistoryAnswer answer)
    {
        var query = Question();
        foreach (var problem in answer.Problems)
        {
            Output.Error(TrailErrors.Of(problem));
        }

        foreach (var elsewhere in Elsewhere(answer.Entries))
        {
            Output.Error(TrailErrors.Of(elsewhere));
        }

        var given = 0;
        foreach (var entry in answer.Entries.Where(entry => query.Matches(entry.Event)))
        {
            given++;
            Output.Write(entry);
        }

        Output.Tell($"{given} of {answer.Entries.Count} entries match: {query}.");
    }

    /// <summary>The resources of which -Region leaves nothing, each by itself: another's records are no answer for it.</summary>
    private IEnumerable<HistoryProblem> Elsewhere(IReadOnlyList<ResourceHistoryEntry> entries)
    {
        if (Region is null)
        {
            return [];
        }

        var wanted = Region.Select(static region => new NamePattern(region)).ToList();
        return entries.GroupBy(static entry => entry.HistoryOf, StringComparer.Ordinal)
            .Select(static history => (Of: history.Key, Regions: history.Select(static entry => entry.Event.Region ?? string.Empty).Distinct(StringComparer.OrdinalIgnoreCase).ToList()))
            .Where(history => !history.Regions.Exists(region => wanted.Exists(pattern => pattern.IsMatch(region))))
            .Select(history => new HistoryProblem(HistoryProblem.OtherRegion, history.Of,
                $"Every record about {history.Of} is of {string.Join(", ", history.Regions)}, and -Region asks for {string.Join(", ", Region)}. Leave -Region out, or name that Region."));
    }
}
