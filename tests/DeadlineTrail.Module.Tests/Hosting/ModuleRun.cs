using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>All that a script wrote, stream by stream.</summary>
public sealed record ModuleRun
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Every error: the non-terminating ones in order, then the one that ended the script, if any.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    public required IReadOnlyList<InformationRecord> Information { get; init; }

    /// <summary>What ended the script before its end; null when it ran through or was stopped.</summary>
    public RuntimeException? Terminating { get; init; }

    public bool Stopped { get; init; }

    /// <summary>The objects themselves, without PowerShell's wrapping.</summary>
    public IReadOnlyList<object> Objects => [.. Output.Select(each => each.BaseObject)];

    /// <summary>Fails the test, with the errors' text, if there was any.</summary>
    public ModuleRun WithoutErrors() => Errors.Count == 0
        ? this
        : throw new InvalidOperationException("The script wrote errors:\n" + string.Join("\n", Errors.Select(each => $"{each.FullyQualifiedErrorId}: {each}")), Terminating);
}
