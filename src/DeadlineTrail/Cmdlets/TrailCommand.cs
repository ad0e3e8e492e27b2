using System;
using System.Management.Automation;
using System.Threading;

namespace DeadlineTrail.Cmdlets;

/// <summary>What every cmdlet has: it can be stopped at any moment, and one place writes its output.</summary>
public abstract class TrailCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineOutput? _output;

    /// <summary>Gets the token that Ctrl+C and an ended pipeline cancel.</summary>
    internal CancellationToken Cancellation => _stop.Token;

    /// <summary>Gets the one place that writes.</summary>
    internal PipelineOutput Output => _output ??= new PipelineOutput(this);

    /// <summary>Stops whatever is under way.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels what is under way. Called on another thread than the pipeline's.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Stops whatever is under way.</summary>
    /// <param name="disposing">Whether it was asked for.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }
}
