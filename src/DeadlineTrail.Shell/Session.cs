using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Threading;

namespace DeadlineTrail.Shell;

/// <summary>The one runspace of this process: runs text and scripts in it and says how they ended.</summary>
internal sealed class Session : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly Lock _lock = new();
    private readonly Lock _stopping = new();
    private PowerShell? _running;
    private bool _threw;

    public Session(ShellHost host)
    {
        _host = host;
        _runspace = RunspaceFactory.CreateRunspace(host, SessionCommands.InitialState());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
    }

    /// <summary>What `exit` was called with; null until then.</summary>
    public int? RequestedExitCode => _host.ExitCode;

    public void Dispose() => _runspace.Dispose();

    /// <summary>Ctrl+C: stops what runs now, if anything, and returns when it has stopped.</summary>
    public void Stop()
    {
        // Impatient further presses must not reach the statement after this one.
        if (!_stopping.TryEnter())
        {
            return;
        }

        try
        {
            // Held until the pipeline has stopped, so that it is not disposed of meanwhile.
            lock (_lock)
            {
                _running?.Stop();
            }
        }
        finally
        {
            _stopping.Exit();
        }
    }

    /// <summary>Imports the module from the checkout; says on standard error why it could not.</summary>
    public bool ImportModule()
    {
        var manifest = Checkout.FindManifest();
        if (manifest is null)
        {
            Console.Error.WriteLine($"There is no DeadlineTrail.psd1 in {AppContext.BaseDirectory} or in any folder above it.");
            return false;
        }

        using var import = PowerShell.Create(_runspace);
        import.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop);
        Show(import);
        return !_threw;
    }

    public int RunCommand(string text)
    {
        if (text == "-")
        {
            return InteractiveLoop.Run(this);
        }

        RunStatement(text);
        return StatementExitCode();
    }

    public void RunStatement(string text)
    {
        using var statement = PowerShell.Create(_runspace);
        statement.AddScript(text);
        Show(statement, addToHistory: true);
    }

    /// <summary>That of `exit`; 1 after a terminating error or when $? is false; else 0.</summary>
    public int StatementExitCode() => RequestedExitCode ?? (_threw || !LastSucceeded() ? ExitCode.Failure : ExitCode.Success);

    /// <summary>That of `exit`; 1 after a terminating error; else 0, whatever else went wrong.</summary>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        using var script = PowerShell.Create(_runspace);
        script.AddCommand(path, useLocalScope: false);
        foreach (var parameter in ScriptArguments.Parse(arguments))
        {
            script.Commands.Commands[0].Parameters.Add(parameter);
        }

        ScriptExit.ReachHost(_runspace);
        Show(script);
        return StatementExitCode();
    }

    public string Prompt()
    {
        using var prompt = PowerShell.Create(_runspace);
        prompt.AddCommand("prompt");
        try
        {
            var text = prompt.Invoke<string>();
            return text.Count > 0 && !string.IsNullOrEmpty(text[0]) ? text[0] : "PS> ";
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }

    public CommandCompletion? Complete(string text, int cursor)
    {
        using var completer = PowerShell.Create(_runspace);
        return CommandCompletion.CompleteInput(text, cursor, null, completer);
    }

    /// <summary>Runs a pipeline with everything it says shown as it comes.</summary>
    private void Show(PowerShell pipeline, bool addToHistory = false)
    {
        // Errors travel with the output, so that Out-Default shows both in the order they came.
        pipeline.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.AddCommand("Out-Default", useLocalScope: true);
        _threw = false;
        SetRunning(pipeline);
        try
        {
            pipeline.Invoke(null, new PSInvocationSettings { AddToHistory = addToHistory });
        }
        catch (PipelineStoppedException)
        {
            _threw = true;
        }
        catch (IncompleteParseException)
        {
            // The engine keeps its reasons to itself here, expecting a prompt that reads on.
            _threw = true;
            Parser.ParseInput(pipeline.Commands.Commands[0].CommandText, out _, out var errors);
            ShowTerminating(new ParseException(errors));
        }
        catch (RuntimeException terminating)
        {
            _threw = true;
            ShowTerminating(terminating);
        }
        finally
        {
            SetRunning(null);
            _host.Terminal.ClearProgress();
        }
    }

    private void ShowTerminating(RuntimeException exception)
    {
        using var report = PowerShell.Create(_runspace);
        report.AddCommand("Out-Default");
        _host.Terminal.WritesErrors = true;
        try
        {
            report.Invoke(new[] { exception.ErrorRecord });
        }
        catch (RuntimeException)
        {
            _host.UI.WriteErrorLine(exception.Message);
        }
        finally
        {
            _host.Terminal.WritesErrors = false;
        }
    }

    private void SetRunning(PowerShell? pipeline)
    {
        lock (_lock)
        {
            _running = pipeline;
        }
    }

    private bool LastSucceeded()
    {
        using var question = PowerShell.Create(_runspace);
        return question.AddScript("$global:?").Invoke<bool>() is [true];
    }
}
