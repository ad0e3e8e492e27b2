using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace DeadlineTrail.Shell;

/// <summary>What the engine knows of the program it runs in.</summary>
internal sealed class ShellHost(bool mayAsk) : PSHost
{
    private readonly ShellUserInterface _ui = new(mayAsk);

    /// <summary>What `exit` was called with; null until then.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "DeadlineTrail.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _ui;

    public ShellUserInterface Terminal => _ui;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() =>
        throw new NotSupportedException("This shell has one prompt only; it cannot suspend a command.");

    public override void ExitNestedPrompt() =>
        throw new NotSupportedException("This shell has one prompt only.");

    public override void NotifyBeginApplication() => _ui.Progress.Clear();

    public override void NotifyEndApplication()
    {
    }
}
