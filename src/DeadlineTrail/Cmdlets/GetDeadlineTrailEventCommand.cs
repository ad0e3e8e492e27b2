using System;
using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Sources.Files;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets the events of a trail: who did what on the farm, when, from where, and whether it worked.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineTrailEvent", DefaultParameterSetName = EventHistorySet)]
[OutputType(typeof(TrailEvent))]
public sealed partial class GetDeadlineTrailEventCommand : AwsTrailCommand
{
    private const string EventHistorySet = "EventHistory";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string InputObjectSet = "InputObject";

    private readonly List<string> _paths = [];
    private EventOrder? _piped;
    private TrailQuery? _query;
    private bool _received;
    private bool _pathIsNamed;
    private bool _resolved;
    private long _given;

    /// <summary>Gets or sets whether Event history of every Region of the partition is asked.</summary>
    [Parameter(ParameterSetName = EventHistorySet)]
    public SwitchParameter AllRegion { get; set; }

    /// <summary>Gets or sets log files and folders; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [LogPath]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Gets or sets log files and folders by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gets or sets events that were read already, to be filtered further.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailEvent InputObject { get; set; } = null!;

    /// <summary>Gets or sets how many events to give at most, over all input.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Gets or sets whether the oldest event comes first.</summary>
    [Parameter]
    public SwitchParameter Oldest { get; set; }

    /// <summary>Gets or sets whether events come as they are found, without waiting for their place in time.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Gets or sets whether an event is given as often as it was delivered.</summary>
    [Parameter]
    public SwitchParameter IncludeDuplicate { get; set; }

    /// <summary>Gets or sets whether every byte of every record must be valid, also of other services' records, and whether
    /// nothing of a file is given before its end was seen to be whole.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    private TrailOrder Order => Unordered ? TrailOrder.Unordered : Oldest ? TrailOrder.OldestFirst : TrailOrder.NewestFirst;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Oldest && Unordered)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Unordered), true, "-Oldest asks for an order and -Unordered for none: give one of them."));
        }

        _pathIsNamed = MyInvocation.BoundParameters.ContainsKey(nameof(Path)) || MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath));

        if (AllRegion && Region is not null)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(AllRegion), true, "-Region says which Regions to ask, and -AllRegion asks all of them: give one of the two."));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isFirst = !_received;
        _received = true;
        if (MyInvocation.ExpectingInput && ParameterSetName != InputObjectSet)
        {
            // Of a job, a queue, a worker that comes through the pipeline. Events have such properties too, but those are
            // what is to be filtered.
            TakeIdentifiers();
        }

        switch (ParameterSetName)
        {
            case InputObjectSet:
                Filter(InputObject);
                break;

            // What the command line names is the same for every object that brings an identifier.
            case PathSet when isFirst || !_pathIsNamed:
                Resolve(Path, isLiteral: false);
                break;
            case LiteralPathSet when isFirst || !_pathIsNamed:
                Resolve(LiteralPath, isLiteral: true);
                break;
            default:
                TakeFromS3();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && !_received)
        {
            // An empty folder, a query without results: nothing came, so nothing is asked, least of all AWS.
            Output.Tell("Nothing came through the pipeline, so nothing was searched.");
            return;
        }

        if (IsInS3)
        {
            ReadS3();
            return;
        }

        // Not by the parameter set, which is that of the last object only.
        switch (_resolved, _piped)
        {
            case (true, null):
                Read(new FileTrailSource(_paths), Query(Order, MaxEvents, IncludeDuplicate, Strict));
                break;
            case (false, not null):
                Write(_piped.Release(EventOrder.Everything));
                break;
            case (true, not null):
                ThrowTerminatingError(TrailErrors.MixedInput());
                break;
            default:
                ReadEventHistory();
                break;
        }
    }

    private void Resolve(string[] paths, bool isLiteral)
    {
        _resolved = true;
        var resolver = new LogPaths(this, Output);
        foreach (var path in paths)
        {
            _paths.AddRange(resolver.Resolve(path, isLiteral));
        }
    }

    private void Filter(TrailEvent trailEvent)
    {
        _query ??= Query(Order, MaxEvents, IncludeDuplicate, Strict);
        _piped ??= EventOrder.For(_query);
        if (_query.Matches(trailEvent))
        {
            _piped.Add(trailEvent);
            if (Unordered)
            {
                Write(_piped.Release(long.MaxValue));
            }
        }
    }

    private void Write(IEnumerable<TrailEvent> events)
    {
        foreach (var trailEvent in events)
        {
            if (_given < MaxEvents)
            {
                _given++;
                Output.Write(trailEvent);
            }
        }
    }

    private void ReadEventHistory() => WithAws(aws =>
    {
        var regions = HistoryRegions.Of(aws, Region, AllRegion, Cancellation);
        Read(new EventHistorySource(aws.EventHistory, aws.QuotaOwner, regions), Query(Order, MaxEvents, IncludeDuplicate, Strict));
    });

    private void WithAws(Action<IAwsSession> read)
    {
        try
        {
            using var aws = OpenAws();
            read(aws);
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (AwsSetupException problem)
        {
            ThrowTerminatingError(TrailErrors.Aws(problem));
        }
        catch (FormatException wrong)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Region), Region, wrong.Message));
        }
    }

    private void Read(ITrailSource source, TrailQuery query)
    {
        try
        {
            Write(source.Read(query, Output, Cancellation));
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!Cancellation.IsCancellationRequested)
            {
                Output.EndProgress();
            }
        }
    }
}
