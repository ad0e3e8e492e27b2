using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>What people write without a module, in PowerShell as installed.</summary>
internal sealed class ConvertFromJsonScript : OutsideContender
{
    /// <inheritdoc/>
    internal override string Program => "pwsh";

    /// <inheritdoc/>
    internal override long Count(Corpus corpus)
    {
        var start = new ProcessStartInfo(InstalledProgram.Find("pwsh")!)
        {
            ArgumentList = { "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Contenders", "ConvertFrom-Json.ps1"), ListOf(corpus) },
        };
        return long.Parse(Finish(start), CultureInfo.InvariantCulture);
    }
}
