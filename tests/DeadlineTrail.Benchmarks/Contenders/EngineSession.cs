using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>A PowerShell session in this process.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Runspace _runspace;

    internal EngineSession()
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Measure-Arrival", typeof(MeasureArrivalCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Gives scripts a value by name.</summary>
    internal void Set(string name, object value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script.</summary>
    /// <exception cref="InvalidOperationException">It wrote an error or a warning: its time would count for nothing.</exception>
    internal Collection<PSObject> Run(string script)
    {
        using PowerShell pipeline = Pipeline(script);
        Collection<PSObject> output = pipeline.Invoke();
        string? complaint = pipeline.Streams.Error.Select(error => error.ToString())
            .Concat(pipeline.Streams.Warning.Select(warning => warning.Message))
            .FirstOrDefault();
        return complaint is null ? output : throw new InvalidOperationException($"{script}: {complaint}");
    }

    /// <summary>Gives a script that is yet to run.</summary>
    internal PowerShell Pipeline(string script)
    {
        var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script);
        return pipeline;
    }

    public void Dispose() => _runspace.Dispose();
}
