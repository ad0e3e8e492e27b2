using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Recording;
using static DeadlineTrail.Cmdlets.Opening.PipelineThread;

namespace DeadlineTrail.Cmdlets;

/// <summary>
/// <para type="synopsis">Tests what can be answered from a source, and whether you may ask it.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DeadlineTrailSource")]
[OutputType(typeof(TrailSourceCheck))]
public sealed class TestDeadlineTrailSourceCommand : SourceCommand
{
    private readonly List<TrailSource> _sources = [];

    /// <summary>Gets or sets the sources to test, as Get-DeadlineTrailSource gives them; all of the Regions when none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailSource[]? Source { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sources.AddRange(Source ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && _sources.Count == 0)
        {
            Output.Tell("Nothing came through the pipeline, so nothing was tested.");
            return;
        }

        WithAws(aws =>
        {
            foreach (var source in _sources.Count > 0 ? _sources : Find(aws, static _ => true))
            {
                foreach (var check in Await(new SourceInspection(aws, source).RunAsync(Cancellation)))
                {
                    Output.Write(check);
                }
            }
        });
    }
}
