using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.SignIns;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Gets the sign-ins to the Deadline Cloud monitor: who, when, from where, how, and what the session did.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "DeadlineSignIn", DefaultParameterSetName = "EventHistory")]
[OutputType(typeof(SignIn))]
public sealed partial class GetDeadlineSignInCommand : TrailCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string InputObjectSet = "InputObject";

    private readonly List<string> _paths = [];
    private SignInCollector? _piped;
    private IReadOnlyList<string>? _signInPaths;
    private bool _received;
    private bool _pathIsNamed;
    private bool _resolved;

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

    /// <summary>Gets or sets events that were read already. They must be of the three services sign-ins are made of.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailEvent InputObject { get; set; } = null!;

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
        SetFilters();
        _pathIsNamed = MyInvocation.BoundParameters.ContainsKey(nameof(Path)) || MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath));
        if (SignInSource is not null)
        {
            _signInPaths = SignInPaths(SignInSource);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isFirst = !_received;
        _received = true;
        switch (ParameterSetName)
        {
            case InputObjectSet:
                (_piped ??= new SignInCollector(Query(), isNewestFirst: false)).Add(InputObject);
                break;
            case PathSet when isFirst || !_pathIsNamed:
                Resolve(Path, isLiteral: false);
                break;
            case LiteralPathSet when isFirst || !_pathIsNamed:
                Resolve(LiteralPath, isLiteral: true);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && !_received)
        {
            Output.Tell("Nothing came through the pipeline, so nothing was searched.");
            return;
        }

        switch (_resolved, _piped)
        {
            case (true, null):
                Answer(new SignInCollector(Query(), isNewestFirst: true), new FileTrailSource(_paths));
                break;
            case (false, not null):
                Answer(_piped, null);
                break;
            case (true, not null):
                ThrowTerminatingError(TrailErrors.MixedInput());
                break;
            default:
                ThrowTerminatingError(GetDeadlineSignInErrors.NoSource());
                break;
        }
    }

    private void Answer(SignInCollector collector, ITrailSource? source)
    {
        try
        {
            var lacksAll = source is null && !collector.SawSignInService && !collector.SawTokenService;
            foreach (var trailEvent in SignInEvent ?? [])
            {
                collector.AddSignIn(trailEvent);
            }

            if (_signInPaths is not null)
            {
                SignInReading.ReadSignIns(collector, new FileTrailSource(_signInPaths), Output, Cancellation);
            }

            if (source is not null)
            {
                SignInReading.Read(collector, source, Output, Cancellation);
            }

            if (lacksAll)
            {
                Output.Warn(GetDeadlineSignInErrors.OnlyDeadlineEvents());
            }

            Write(SignInReading.Answer(collector, lacksAll ? new QuietObserver(Output) : Output));
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

    private void Resolve(string[] paths, bool isLiteral)
    {
        _resolved = true;
        _paths.AddRange(Resolved(paths, isLiteral));
    }

    private List<string> Resolved(IEnumerable<string> paths, bool isLiteral)
    {
        var resolver = new LogPaths(this, Output);
        return paths.SelectMany(path => resolver.Resolve(path, isLiteral)).ToList();
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
