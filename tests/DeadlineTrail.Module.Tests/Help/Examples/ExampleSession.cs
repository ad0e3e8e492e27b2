using System;
using System.Globalization;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// A session in the checkout's folder, in a window of some width, in English: in other languages PowerShell breaks lines
/// elsewhere.
/// </summary>
internal sealed class ExampleSession : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();
    private readonly int _width;

    /// <param name="width">The columns of the window.</param>
    /// <param name="studio">What stands for AWS; null where nothing is asked of it.</param>
    internal ExampleSession(int width, ExampleStudio? studio = null)
    {
        _width = width;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        _module = new ModuleHost();
        _module.Set("kept", 0);
        _module.Run(OtherCommands.Definitions).WithoutErrors();
        studio?.Prepare(_module, _folder);
        _folder.Write("password.txt", "loopback"u8.ToArray());
    }

    /// <summary>How many things the commands gave to others to keep: rows of a table, a task.</summary>
    internal int Kept => (int)_module.Get("kept")!;

    /// <summary>Has a new bookmark begin two days ago. One that begins now has nothing to give before something happens.</summary>
    internal void BeginBookmarksEarlier() => _module.Run("$PSDefaultParameterValues['Get-DeadlineTrailEvent:StartTime'] = [datetime]::UtcNow.AddDays(-2)").WithoutErrors();

    /// <summary>Runs commands and returns what they show; an error is shown too, and counted.</summary>
    /// <param name="step">The commands. What those that ask AWS write, bookmarks and tables, is written into a folder of the session.</param>
    internal (string Shown, int Errors) Run(ExampleStep step)
    {
        _module.Set("location", step.NeedsAws ? _folder.Path : Checkout.Root);
        _module.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($location); $Error.Clear()").WithoutErrors();

        // The session has the packed module. That of the checkout is the same, but one process cannot have both. And of the
        // folders that a reader makes there are none here.
        var here = step.Commands.Replace("./DeadlineTrail.psd1", "$__manifest", StringComparison.Ordinal)
            .Replace("Import-Module DeadlineTrail ", "Import-Module $__manifest ", StringComparison.Ordinal)
            .Replace(@"C:\Tasks\", "./", StringComparison.Ordinal)
            .Replace("/var/lib/farm-changes/", "./", StringComparison.Ordinal);
        var shown = _module.Format(here, _width);
        return (shown, (int)_module.Run("$Error.Count").Objects.Single());
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
        CultureInfo.CurrentCulture = _before;
    }
}
