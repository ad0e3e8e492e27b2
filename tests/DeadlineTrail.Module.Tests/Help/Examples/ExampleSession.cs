using System;
using System.Globalization;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// A session in the checkout's folder, in a window of 120 columns, in English: in other languages PowerShell breaks lines
/// elsewhere.
/// </summary>
internal sealed class ExampleSession : IDisposable
{
    private const int Width = 120;

    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly ModuleHost _module;

    internal ExampleSession()
    {
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
        var shown = _module.Format(commands, Width);
        return (shown, (int)_module.Run("$Error.Count").Objects.Single());
    }

    public void Dispose()
    {
        _module.Dispose();
        CultureInfo.CurrentCulture = _before;
    }
}
