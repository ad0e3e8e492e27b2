using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Core.Tests.Hostile;

/// <summary>The most memory this process held since it was last asked to forget; null where the system does not tell.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    internal static long? Now => Of("VmRSS:");

    internal static long? Highest => Of("VmHWM:");

    /// <summary>"5: Reset the peak resident set size", proc(5), clear_refs.</summary>
    internal static void Reset()
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                File.WriteAllText("/proc/self/clear_refs", "5");
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // In some containers: then the peak is that of all tests before, and no less strict.
            }
        }
    }

    private static long? Of(string name) => OperatingSystem.IsLinux() && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
        ? long.Parse(line[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024
        : null;
}
