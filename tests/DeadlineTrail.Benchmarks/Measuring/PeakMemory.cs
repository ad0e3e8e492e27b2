using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>The most memory a process has had in RAM.</summary>
internal static class PeakMemory
{
    /// <summary>That of this process; null where the system does not tell.</summary>
    internal static long? OfThisProcess()
    {
        if (OperatingSystem.IsLinux())
        {
            return InStatus(File.ReadAllLines("/proc/self/status"));
        }

        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 is > 0 and long peak ? peak : null;
    }

    /// <summary>"VmHWM: Peak resident set size ("high water mark")", proc_pid_status(5).</summary>
    internal static long? InStatus(string[] status) => StatusField(status, "VmHWM:") is { } text
        ? long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) * 1024
        : null;

    internal static string? StatusField(string[] status, string name) =>
        status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
}
