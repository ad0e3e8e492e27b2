using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Loading;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using static DeadlineTrail.Cmdlets.Opening.PipelineThread;

namespace DeadlineTrail.Cmdlets;

/// <summary>What the cmdlets about sources have in common: the Regions that are asked, and what failed.</summary>
public abstract class SourceCommand : AwsTrailCommand
{
    private readonly ConcurrentQueue<SurveyProblem> _problems = new();

    /// <summary>Gets or sets the Regions that are asked; the default Region of the session or profile when none is given.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionName]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Region { get; set; }

    /// <summary>Gets or sets whether all Regions of the partition are asked.</summary>
    [Parameter]
    public SwitchParameter AllRegion { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AllRegion && Region is not null)
        {
            ThrowTerminatingError(TrailErrors.RegionAndAllRegion());
        }

        base.BeginProcessing();
    }

    /// <summary>Does something with AWS; where that cannot be, the cmdlet ends with the reason.</summary>
    private protected void WithAws(Action<IAwsSession> work)
    {
        try
        {
            using var aws = Await(AwsAssembly.Services.OpenAsync(Settings(), Cancellation));
            work(aws);
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

    /// <summary>Finds the sources of the Regions; what cannot be found out is an error each.</summary>
    private protected IReadOnlyList<TrailSource> Find(IAwsSession aws, Func<string, bool> isWanted)
    {
        var regions = HistoryRegions.Of(aws, Region, AllRegion, Cancellation);
        var found = Await(new SourceSurvey(aws, _problems.Enqueue).FindAsync(regions, isWanted, Cancellation));
        while (_problems.TryDequeue(out var problem))
        {
            Output.Error(TrailErrors.SourceUnknown(problem));
        }

        return found;
    }
}
