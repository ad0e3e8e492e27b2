using System;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>Programs on the path.</summary>
internal static class InstalledProgram
{
    /// <summary>Finds a program; null when it is not installed. What is called through a shell needs a Unix.</summary>
    internal static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
