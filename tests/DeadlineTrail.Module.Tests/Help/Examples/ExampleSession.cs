using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// A session in the checkout's folder, in a window of some width, in English: in other languages PowerShell breaks lines
/// elsewhere.
/// </summary>
internal sealed class ExampleSession : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly ModuleHost _module;
    private readonly int _width;

    internal ExampleSession(int width)
    {
        _width = width;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        _module = new ModuleHost();
        _module.Set("checkout", Checkout.Root);
        _module.Run(OtherCommands.Definitions).WithoutErrors();
        _module.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($checkout)").WithoutErrors();
    }

    /// <summary>Runs commands and returns what they show; an error is shown too, and counted.</summary>
    internal (string Shown, int Errors) Run(string commands)
    {
        _module.Run("$Error.Clear()");

        // The session has the packed module. That of the checkout is the same, but one process cannot have both.
        var shown = _module.Format(commands.Replace("./DeadlineTrail.psd1", "$__manifest", StringComparison.Ordinal), _width);
        return (shown, (int)_module.Run("$Error.Count").Objects.Single());
    }

    /// <summary>What of some commands is no PowerShell, or names a command or a parameter that does not exist.</summary>
    internal IReadOnlyList<string> Misfits(string commands)
    {
        var script = Parser.ParseInput(commands, out _, out var errors);
        var misfits = errors.Select(error => error.Message).ToList();
        foreach (var command in script.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            _module.Set("name", command.GetCommandName());
            if (_module.Run("Get-Command -Name $name").Objects.SingleOrDefault() is not CommandInfo found)
            {
                misfits.Add($"There is no command {command.GetCommandName()}.");
                continue;
            }

            misfits.AddRange(command.CommandElements.OfType<CommandParameterAst>()
                .Where(parameter => !found.Parameters.ContainsKey(parameter.ParameterName))
                .Select(parameter => $"{found.Name} has no parameter -{parameter.ParameterName}."));
        }

        return misfits;
    }

    public void Dispose()
    {
        _module.Dispose();
        CultureInfo.CurrentCulture = _before;
    }
}
