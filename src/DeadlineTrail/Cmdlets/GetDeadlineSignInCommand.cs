using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Recording;
using DeadlineTrail.SignIns;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets the sign-ins to the Deadline Cloud monitor: who, when, from where, how, and what the session did.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineSignIn", DefaultParameterSetName = EventHistorySet)]
[OutputType(typeof(SignIn))]
public sealed partial class GetDeadlineSignInCommand : TrailSourceCommand
{
    private SignInCollector? _piped;
    private readonly List<SignInPlace> _signInPlaces = [];

    /// <summary>Gets or sets log files and folders; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [LogPath]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[] Path { get; set; } = [];

    /// <summary>Gets or sets the events of the sign-in service, where they were read from another account or Region.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public TrailEvent[]? SignInEvent { get; set; }

    /// <summary>Gets or sets where the events of the sign-in service are, if elsewhere: a table of the parameters of a source,
    /// such as @{ ProfileName = 'management'; Region = 'us-east-1' }, or an object of Get-DeadlineTrailSource.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? SignInSource { get; set; }

    /// <summary>Gets or sets whether the calls themselves can be had afterwards, as the property Calls.</summary>
    [Parameter]
    public SwitchParameter IncludeActivity { get; set; }

    /// <summary>Gets or sets whether sign-ins are given that nothing ties to Deadline Cloud.</summary>
    [Parameter]
    public SwitchParameter IncludeUnlinked { get; set; }

    /// <summary>Gets or sets how long after a sign-in credentials still belong to it; eight hours unless said otherwise.</summary>
    [Parameter]
    [Duration]
    public TimeSpan SessionLimit { get; set; } = SignInQuery.UsualLimit;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        SetFilters();
        foreach (var source in SignInSource ?? [])
        {
            _signInPlaces.Add(Place(source));
        }
    }

    private protected override void Take(TrailEvent trailEvent) => (_piped ??= new SignInCollector(Question(), isNewestFirst: false)).Add(trailEvent);

    private protected override void AnswerFromEvents()
    {
        var lacksAll = !_piped!.SawSignInService && !_piped.SawTokenService;
        ReadSignIns(_piped);
        if (lacksAll)
        {
            Output.Warn(GetDeadlineSignInErrors.OnlyDeadlineEvents());
        }

        Write(SignInReading.Answer(_piped, lacksAll ? new QuietObserver(Output) : Output, Reader(new SourceSpecification())));
    }

    private protected override void AnswerFrom(SourceSpecification place)
    {
        using var opened = Open(place, Settings, SourceReach.SignIns);
        var collector = new SignInCollector(Question(opened.HistoryRegions, WarnOfGaps(opened)), isNewestFirst: true);
        if (opened.HistoryRegions is not null)
        {
            foreach (var warning in SignInWarnings.OfHistory(collector.Query))
            {
                Output.Warn(warning);
            }
        }

        ReadSignIns(collector);
        SignInReading.Read(collector, opened.Source, Output, Cancellation);
        Write(SignInReading.Answer(collector, Output, Reader(place)));
    }

    /// <summary>Says what the trails that are read do not record of sessions, and gives the names of the calls they surely lack.</summary>
    private List<string> WarnOfGaps(OpenedSource opened)
    {
        var isSignInHere = SignInSource is null && SignInEvent is null;
        var needed = SignInNeeds.Calls(isSignInHere, IncludeActivity);
        WarnOfGaps(opened, Range(), needed, []);
        return opened.Trails.Count == 0 ? []
            : needed.Where(call => opened.Trails.All(trail => RecordingCoverage.IsMissing(call, trail()))).Select(static call => call.Name).ToList();
    }

    /// <summary>Reads the half that lies elsewhere.</summary>
    private void ReadSignIns(SignInCollector collector)
    {
        foreach (var trailEvent in SignInEvent ?? [])
        {
            collector.AddSignIn(trailEvent);
        }

        foreach (var place in _signInPlaces)
        {
            using var opened = Open(place.Source, () => place.Settings, SourceReach.GlobalServices);
            SignInReading.ReadSignIns(collector, opened.Source, Output, Cancellation);
        }
    }

    private SessionCalls.Reader? Reader(SourceSpecification place) => IncludeActivity ? new CallReading(place, Settings()).Read : null;

    private SignInPlace Place(object source)
    {
        try
        {
            var engine = GetVariableValue("ExecutionContext") as EngineIntrinsics;
            var place = new SignInPlaces(MyInvocation.MyCommand.Parameters, engine, Settings).Of(source);
            return place.Paths.Count == 0 ? place : place with { Source = place.Source with { Paths = [.. Resolved(place.Paths, place.IsLiteral)] } };
        }
        catch (FormatException wrong)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(SignInSource), source, "-SignInSource cannot be used: " + wrong.Message));
            throw;
        }
    }
}
