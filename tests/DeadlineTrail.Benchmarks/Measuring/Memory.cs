using System.Diagnostics;
using System.Globalization;
using System.IO;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>Measures peak memory: each contender in a process of its own, which does it once and little else.</summary>
internal static class Memory
{
    /// <summary>The argument that makes this program run a contender and write its peak memory in bytes.</summary>
    internal const string Argument = "--alone";

    /// <summary>The most memory a contender takes on a corpus; null where the system does not tell.</summary>
    internal static long? PeakOf(ContenderKind kind, Corpus corpus)
    {
        using Process process = OwnProcess.Start(Argument, kind.Name, corpus.Folder);
        string written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode != 0 ? throw new InvalidDataException($"{kind.Name} on {corpus.Folder} ended with exit code {process.ExitCode}.")
            : written.Length == 0 ? null
            : long.Parse(written, CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a contender here.</summary>
    /// <returns>The peak of this process, or of the program that the contender is; null where the system does not tell.</returns>
    internal static long? PeakInThisProcess(string contender, string corpus)
    {
        using Contender alone = ContenderKind.Named(contender).Create();
        if (alone.Program is not { } program)
        {
            alone.Run(Corpus.Open(corpus)!);
            return PeakMemory.OfThisProcess();
        }

        using var watch = new ProgramMemory(program);
        alone.Run(Corpus.Open(corpus)!);
        return watch.PeakBytes;
    }
}
