using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>A script under way.</summary>
public sealed class RunningScript : IDisposable
{
    // A limit for hangs only: a test that reaches it has failed.
    private static readonly TimeSpan _hang = TimeSpan.FromMinutes(2);

    private readonly PowerShell _pipeline;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly ManualResetEventSlim _wrote = new();
    private readonly ManualResetEventSlim _progressed = new();
    private readonly IAsyncResult _running;

    internal RunningScript(PowerShell pipeline, IEnumerable<object> input)
    {
        _pipeline = pipeline;
        _output.DataAdded += (_, _) => _wrote.Set();
        pipeline.Streams.Progress.DataAdded += (_, _) => _progressed.Set();
        var given = new PSDataCollection<object>(input);
        given.Complete();
        _running = pipeline.BeginInvoke(given, _output);
    }

    /// <summary>Returns when the first object is out.</summary>
    public PSObject WaitForOutput()
    {
        if (!_wrote.Wait(_hang))
        {
            throw new TimeoutException("The script wrote no object.");
        }

        return _output[0];
    }

    /// <summary>Returns when the first progress was told.</summary>
    public ProgressRecord WaitForProgress()
    {
        if (!_progressed.Wait(_hang))
        {
            throw new TimeoutException("The script told no progress.");
        }

        return _pipeline.Streams.Progress[0];
    }

    /// <summary>Ctrl+C, and what had been written by then.</summary>
    public ModuleRun Stop()
    {
        var stopping = _pipeline.BeginStop(null, null);
        if (!stopping.AsyncWaitHandle.WaitOne(_hang))
        {
            throw new TimeoutException("The script did not stop.");
        }

        _pipeline.EndStop(stopping);
        return Finish();
    }

    /// <summary>Waits for the end of the script.</summary>
    public ModuleRun Finish()
    {
        if (!_running.AsyncWaitHandle.WaitOne(_hang))
        {
            throw new TimeoutException("The script did not end.");
        }

        RuntimeException? terminating = null;
        try
        {
            _pipeline.EndInvoke(_running);
        }
        catch (PipelineStoppedException)
        {
            return Collect(null) with { Stopped = true };
        }
        catch (RuntimeException exception)
        {
            terminating = exception;
        }

        return Collect(terminating);
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _output.Dispose();
        _wrote.Dispose();
        _progressed.Dispose();
    }

    private ModuleRun Collect(RuntimeException? terminating)
    {
        var streams = _pipeline.Streams;
        return new ModuleRun
        {
            Output = [.. _output],
            Errors = terminating is null ? [.. streams.Error] : [.. streams.Error, terminating.ErrorRecord],
            Warnings = [.. streams.Warning.Select(each => each.Message)],
            Verbose = [.. streams.Verbose.Select(each => each.Message)],
            Progress = [.. streams.Progress],
            Information = [.. streams.Information],
            Terminating = terminating,
        };
    }
}
