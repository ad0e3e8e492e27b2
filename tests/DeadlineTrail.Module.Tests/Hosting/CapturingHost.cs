using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>A host with a window of any width, nobody at the keyboard, and a memory of what was written.</summary>
internal sealed class CapturingHost : PSHost
{
    public CapturingUserInterface Screen { get; } = new();

    public override string Name => "DeadlineTrail.Module.Tests";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => Screen;

    /// <summary>Null until a script called exit.</summary>
    public int? ExitCode { get; private set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
