using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
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
    private SourceSpecification? _signInPlace;

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

    /// <summary>Gets or sets where the events of the sign-in service are, if elsewhere: the parameters of a source, such as
    /// @{ Path = 'management-account' }.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? SignInSource { get; set; }

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
        if (SignInSource is not null)
        {
            _signInPlace = new SourceSpecification { Paths = SignInPaths(SignInSource) };
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

        Write(SignInReading.Answer(_piped, lacksAll ? new QuietObserver(Output) : Output));
    }

    private protected override void AnswerFrom(SourceSpecification place)
    {
        var collector = new SignInCollector(Question(), isNewestFirst: true);
        ReadSignIns(collector);
        using (var opened = Open(place, Settings, onlyEventSource: null))
        {
            SignInReading.Read(collector, opened.Source, Output, Cancellation);
        }

        Write(SignInReading.Answer(collector, Output));
    }

    /// <summary>Reads the half that lies elsewhere.</summary>
    private void ReadSignIns(SignInCollector collector)
    {
        foreach (var trailEvent in SignInEvent ?? [])
        {
            collector.AddSignIn(trailEvent);
        }

        if (_signInPlace is not null)
        {
            using var opened = Open(_signInPlace, Settings, onlyEventSource: null);
            SignInReading.ReadSignIns(collector, opened.Source, Output, Cancellation);
        }
    }

    /// <summary>The paths of a hashtable of a source's parameters; what is no such parameter ends the cmdlet.</summary>
    private List<string> SignInPaths(Hashtable parameters)
    {
        var paths = new List<string>();
        foreach (DictionaryEntry parameter in parameters)
        {
            var name = parameter.Key.ToString() ?? string.Empty;
            var isLiteral = name.Equals(nameof(LiteralPath), StringComparison.OrdinalIgnoreCase);
            if (!isLiteral && !name.Equals(nameof(Path), StringComparison.OrdinalIgnoreCase))
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(
                    nameof(SignInSource), parameters, $"-SignInSource knows no \"{name}\". Give the parameters of a source, as in @{{ Path = 'management-account' }}: Path or LiteralPath."));
            }

            var value = parameter.Value is PSObject wrapped ? wrapped.BaseObject : parameter.Value;
            paths.AddRange(Resolved(value is IEnumerable list and not string ? list.Cast<object>().Select(Text) : [Text(value)], isLiteral));
        }

        return paths;
    }

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value);
}
