using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// Where to read: CloudTrail's Event history, a trail's bucket, objects of a bucket, log files, or events that come through
/// the pipeline. The same parameters for every question that is asked of a trail.
/// </summary>
public abstract partial class TrailSourceCommand : TrailFilterCommand
{
    private protected const string EventHistorySet = "EventHistory";
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string InputObjectSet = "InputObject";

    private readonly List<string> _paths = [];
    private readonly HashSet<string> _gapsTold = [];
    private bool _received;
    private bool _receivedEvents;
    private bool _pathIsNamed;
    private bool _resolved;

    /// <summary>Gets or sets whether Event history of every Region of the partition is asked.</summary>
    [Parameter(ParameterSetName = EventHistorySet)]
    public SwitchParameter AllRegion { get; set; }

    /// <summary>Gets or sets log files and folders; wildcards are allowed. Which position it has is the cmdlet's to say.</summary>
    public abstract string[] Path { get; set; }

    /// <summary>Gets or sets log files and folders by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gets or sets events that were read already.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailEvent InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AllRegion && Region is not null)
        {
            ThrowTerminatingError(TrailErrors.RegionAndAllRegion());
        }

        _pathIsNamed = MyInvocation.BoundParameters.ContainsKey(nameof(Path)) || MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isFirst = !_received;
        _received = true;
        if (MyInvocation.ExpectingInput && ParameterSetName != InputObjectSet)
        {
            // Of a job, a queue, a worker that comes through the pipeline. Events have such properties too, but of those
            // the event itself is meant.
            TakeNamed();
        }

        switch (ParameterSetName)
        {
            case InputObjectSet:
                _receivedEvents = true;
                Take(InputObject);
                break;

            // What the command line names is the same for every object that brings an identifier.
            case PathSet when isFirst || !_pathIsNamed:
                Resolve(Path, isLiteral: false);
                break;
            case LiteralPathSet when isFirst || !_pathIsNamed:
                Resolve(LiteralPath, isLiteral: true);
                break;
            case S3ObjectSet:
                _objects.AddRange(Key.Select(key => (BucketName, key)));
                break;
            case TrailSet:
                _trails.Add(new TrailReference(TrailName, BucketName ?? string.Empty, KeyPrefix ?? string.Empty));
                break;
            case SourceSet:
                TakeSource();
                break;

            // Nothing of it comes through the pipeline, so it is the same for all objects that do.
            case BucketSet when _trails.Count == 0:
                _trails.Add(new TrailReference(null, BucketName, KeyPrefix ?? string.Empty));
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

        // Not by the parameter set, which is that of the last object only.
        var place = Specification();
        if (place.HistoryRegions.Count > 0 && place.Trails.Count > 0)
        {
            ThrowTerminatingError(TrailErrors.MixedSources());
        }

        if (place.IsMixed || (_receivedEvents && !(place.IsEventHistory && place.HistoryRegions.Count == 0)))
        {
            ThrowTerminatingError(TrailErrors.MixedInput());
        }

        try
        {
            if (_receivedEvents)
            {
                AnswerFromEvents();
            }
            else
            {
                AnswerFrom(place);
            }
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

    /// <summary>Takes what an object of the pipeline names, such as the queue it is.</summary>
    private protected virtual void TakeNamed() => TakeIdentifiers();

    /// <summary>Takes an event of the pipeline.</summary>
    private protected abstract void Take(TrailEvent trailEvent);

    /// <summary>Answers from the events that came through the pipeline; all were taken.</summary>
    private protected abstract void AnswerFromEvents();

    /// <summary>Answers from a source.</summary>
    private protected abstract void AnswerFrom(SourceSpecification place);

    /// <summary>Opens a source; where that cannot be, the cmdlet ends with the reason.</summary>
    /// <param name="place">Where to read.</param>
    /// <param name="settings">How to reach AWS.</param>
    /// <param name="reach">How far around what is named it is read.</param>
    /// <param name="beginBookmark">Begins a run of a bookmark; null without one.</param>
    private protected OpenedSource Open(
        SourceSpecification place, Func<AwsSettings> settings, SourceReach reach, Func<BookmarkSource, IReadOnlyList<string>, BookmarkRun>? beginBookmark = null)
    {
        try
        {
            return new SourceFactory(Output, Cancellation) { BeginBookmark = beginBookmark }.Open(place, settings, reach);
        }
        catch (AwsSetupException problem)
        {
            ThrowTerminatingError(TrailErrors.Aws(problem));
            throw;
        }
        catch (FormatException wrong)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Region), place.Regions, wrong.Message));
            throw;
        }
    }

    /// <summary>Says of a source that is known, or can be asked, what it does not record of what is asked for.</summary>
    private protected void WarnOfGaps(OpenedSource opened, TrailQuery query) => WarnOfGaps(opened, query, [], Region ?? []);

    /// <summary>Says of a source that is known, or can be asked, what it does not record of what is asked for.</summary>
    /// <param name="opened">The source.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="needed">The calls that the answer is made of, beside those that filters point at.</param>
    /// <param name="regions">The Regions whose calls are meant; none for any.</param>
    private protected void WarnOfGaps(OpenedSource opened, TrailQuery query, IReadOnlyList<RecordableCall> needed, IReadOnlyList<string> regions)
    {
        // It takes calls of AWS to know, which are not made where nothing depends on the answer.
        if (opened.Trails.Count > 0 && (needed.Count > 0 || RecordingCoverage.Matters(query)))
        {
            var each = regions.Select(static region => new TextFilter([region], static pattern => new NamePattern(pattern).IsMatch)).ToList();
            foreach (var warning in opened.Trails.SelectMany(trail => RecordingCoverage.Warnings(query, needed, trail(), each)))
            {
                if (_gapsTold.Add(warning.Message))
                {
                    Output.Warn(warning);
                }
            }
        }
    }

    /// <summary>Gives the files that paths lead to; a path that leads nowhere is an error and the others go on.</summary>
    private protected IEnumerable<string> Resolved(IEnumerable<string> paths, bool isLiteral)
    {
        var resolver = new LogPaths(this, Output);
        return paths.SelectMany(path => resolver.Resolve(path, isLiteral)).ToList();
    }

    private void Resolve(string[] paths, bool isLiteral)
    {
        _resolved = true;
        _paths.AddRange(Resolved(paths, isLiteral));
    }
}
