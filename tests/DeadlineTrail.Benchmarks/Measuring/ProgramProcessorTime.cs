using System;
using System.Globalization;
using System.IO;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>The processor time of the programs that this process started, and of those that they started.</summary>
internal static class ProgramProcessorTime
{
    // "sysconf(_SC_CLK_TCK)", proc_pid_stat(5): 100 wherever Linux runs .NET.
    private const int TicksPerSecond = 100;

    /// <summary>
    /// That of all that have ended; zero where the system does not tell. "(16) cutime: Amount of time that this process's
    /// waited-for children have been scheduled in user mode", "(17) cstime: ... in kernel mode", proc_pid_stat(5).
    /// </summary>
    internal static TimeSpan OfAllEnded()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        // The second field is a name in brackets, which may hold anything; the third is the first behind it.
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((Ticks(fields[16 - 3]) + Ticks(fields[17 - 3])) / (double)TicksPerSecond);
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
