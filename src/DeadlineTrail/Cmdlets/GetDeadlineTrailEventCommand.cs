using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Deadline;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets the events of a trail: who did what on the farm, when, from where, and whether it worked.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineTrailEvent", DefaultParameterSetName = EventHistorySet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(TrailEvent))]
public sealed partial class GetDeadlineTrailEventCommand : TrailSourceCommand
{
    private EventOrder? _piped;
    private TrailQuery? _query;
    private long _given;

    /// <summary>Gets or sets log files and folders; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [LogPath]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Path { get; set; } = [];

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
        WithdrawDeferred();
        if (Oldest && Unordered)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Unordered), true, "-Oldest asks for an order and -Unordered for none: give one of them."));
        }

        CheckBookmark();
        base.BeginProcessing();
    }

    private protected override void Take(TrailEvent trailEvent)
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

    private protected override void AnswerFromEvents() => Write(_piped!.Release(EventOrder.Everything));

    private protected override void AnswerFrom(SourceSpecification place)
    {
        var query = Query(Order, MaxEvents, IncludeDuplicate, Strict);
        if (BookmarkPath is not null)
        {
            AnswerBehindBookmark(place, query);
            return;
        }

        using var opened = Open(place, Settings, Reach(query));
        WarnOfGaps(opened, query);
        Write(opened.Source.Read(query, Output, Cancellation));
    }

    private static SourceReach Reach(TrailQuery query) => query.OnlyEventSource == DeadlineService.EventSource ? SourceReach.Farm : SourceReach.GlobalServices;

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
}
