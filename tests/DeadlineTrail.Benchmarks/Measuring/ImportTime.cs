using System.Diagnostics;
using System.Globalization;
using System.IO;
using DeadlineTrail.Benchmarks.Contenders;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>How long <c>Import-Module</c> takes, each time in a process that has imported nothing before.</summary>
internal static class ImportTime
{
    /// <summary>The argument that makes this program import a module and write how many seconds that took.</summary>
    internal const string Argument = "--import";

    /// <summary>Measures both modules by turns.</summary>
    /// <param name="runs">How often.</param>
    /// <param name="emptyModule">The manifest of a module that has nothing to load.</param>
    /// <returns>Seconds.</returns>
    internal static (double Module, double Empty) Measure(int runs, string emptyModule)
    {
        var module = new double[runs];
        var empty = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            module[run] = InNewProcess(Checkout.Manifest);
            empty[run] = InNewProcess(emptyModule);
        }

        return (Median.Of(module), Median.Of(empty));
    }

    /// <summary>Imports a module into a new session.</summary>
    /// <returns>Seconds.</returns>
    internal static double InThisProcess(string manifest)
    {
        using var session = new EngineSession();
        session.Set("manifest", manifest);
        session.Run("$null | Out-Null");
        long start = Stopwatch.GetTimestamp();
        session.Run("Import-Module $manifest -ErrorAction Stop");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double InNewProcess(string manifest)
    {
        using Process process = OwnProcess.Start(Argument, manifest);
        string written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(written, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"{manifest} was not imported: {written}");
    }
}
