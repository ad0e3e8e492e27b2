using System.Diagnostics;
using System.Management.Automation;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>Counts what comes through the pipeline and notes when the first of it came.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Arrival")]
public sealed class MeasureArrivalCommand : PSCmdlet
{
    private long _count;
    private long _first;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (_count++ == 0)
        {
            _first = Stopwatch.GetTimestamp();
        }
    }

    protected override void EndProcessing() => WriteObject(new Arrival(_count, _first));
}

/// <summary>What came.</summary>
/// <param name="Count">How many objects.</param>
/// <param name="First">The timestamp of the first.</param>
internal sealed record Arrival(long Count, long First);
