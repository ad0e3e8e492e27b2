using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>A PowerShell session on the engine package with the module imported, packed as a user has it.</summary>
/// <remarks>
/// The engine has no Utility and Management cmdlets: no Select-Object, Sort-Object, Get-ChildItem, Out-String. Format-Table
/// and Format-List are added, because the engine's own formatting is what they choose from, and Select-First for Select-Object -First.
/// </remarks>
public sealed class ModuleHost : IDisposable
{
    private readonly CapturingHost _host = new();
    private readonly Runspace _runspace;

    public ModuleHost()
        : this(PSLanguageMode.FullLanguage)
    {
    }

    /// <summary>A session in which scripts may use only part of the language, as on machines under application control.</summary>
    internal ModuleHost(PSLanguageMode language)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Format-Table", typeof(DeadlineTrail.Shell.FormatTableCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Format-List", typeof(DeadlineTrail.Shell.FormatListCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Select-First", typeof(SelectFirstCommand), null));
        state.LanguageMode = language;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Set("__manifest", ModuleUnderTest.Manifest);
        Run("Import-Module $__manifest -ErrorAction Stop").WithoutErrors();
    }

    /// <summary>What the session's commands would have written on a terminal beside the streams; see <see cref="Format"/>.</summary>
    internal CapturingUserInterface Screen => _host.Screen;

    /// <summary>Gives a script a value by name.</summary>
    public void Set(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    public object? Get(string name) => _runspace.SessionStateProxy.GetVariable(name);

    /// <summary>Runs a script to its end and returns all it wrote to any stream. Verbose messages need -Verbose.</summary>
    /// <param name="script">Any script text, in the session's own scope.</param>
    /// <param name="input">What the script finds in $input.</param>
    public ModuleRun Run(string script, params object[] input)
    {
        using var running = Start(script, input);
        return running.Finish();
    }

    /// <summary>Starts a script that is to be stopped, or watched while it runs.</summary>
    public RunningScript Start(string script, params object[] input)
    {
        var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script);
        return new RunningScript(pipeline, input);
    }

    /// <summary>What a script's output looks like at a prompt whose window is so many columns wide.</summary>
    /// <returns>
    /// The lines exactly as the terminal would receive them, without any colour of PowerShell's own: an escape character
    /// in it came from the data (only resets, ESC [0m, are taken out wherever they came from). Line ends are \n.
    /// </returns>
    public string Format(string script, int width = 120, params object[] input)
    {
        using var pipeline = PowerShell.Create(_runspace);
        pipeline.AddScript(script);
        pipeline.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.AddCommand("Out-Default");
        return _host.Screen.Capture(width, () => pipeline.Invoke(input));
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public IReadOnlyList<CompletionResult> Complete(string line) => Complete(line, line.Length);

    /// <summary>What Tab offers with the cursor somewhere in a line.</summary>
    public IReadOnlyList<CompletionResult> Complete(string line, int cursor)
    {
        using var completer = PowerShell.Create(_runspace);
        return CommandCompletion.CompleteInput(line, cursor, null, completer).CompletionMatches;
    }

    public void Dispose() => _runspace.Dispose();
}
