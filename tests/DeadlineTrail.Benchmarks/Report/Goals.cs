using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Benchmarks.Measuring;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>What is to be reached with two processors and the net8.0 build on .NET 10.</summary>
internal static class Goals
{
    private const double PlainMegabytes = 64;
    private const double EngineMegabytes = 48;

    /// <summary>The goals of a corpus.</summary>
    /// <param name="result">What was measured on it.</param>
    /// <param name="enginePeak">The peak memory of PowerShell's engine alone, or null.</param>
    internal static IEnumerable<Goal> Of(CorpusResult result, long? enginePeak)
    {
        string name = result.Recipe.Name;
        Measurement? cmdlet = result.Of(ContenderKind.Cmdlet);
        Measurement? ordered = result.Of(ContenderKind.Ordered);
        double? OverFloor() => Ratio(cmdlet, result.Of(ContenderKind.Floor));
        double? DuckDbOver() => Ratio(result.Of(ContenderKind.DuckDb), cmdlet);
        IEnumerable<Goal> own = name switch
        {
            CorpusRecipe.Mixed or CorpusRecipe.Small =>
            [
                Goal.AtMost(name, "the cmdlet's time, in times of the floor's", 1.35, OverFloor()),
                Goal.AtMost(name, "the same, better still", 1.25, OverFloor()),
                Goal.AtLeast(name, "DuckDB's time, in times of the cmdlet's", 3.5, DuckDbOver()),
                Goal.AtLeast(name, "the ConvertFrom-Json script's time, in times of the cmdlet's", 100, Ratio(result.Of(ContenderKind.Script), cmdlet)),
                Goal.AtMost(name, "the ordered cmdlet's time, in times of the unordered one's", 1.15, Ratio(ordered, cmdlet)),
                Goal.AtMost(name, "seconds to the first object, unordered", 0.1, First(cmdlet)),
                Goal.AtMost(name, "seconds to the first object, ordered: those of the newest few files", 0.1, First(ordered)),
            ],
            CorpusRecipe.Heavy =>
            [
                Goal.AtLeast(name, "DuckDB's time, in times of the cmdlet's", 2.5, DuckDbOver()),
                Goal.AtLeast(name, "objects a second through the pipeline", 400_000, result.Corpus.Counts.DeadlineRecords / cmdlet?.Seconds),
            ],
            _ =>
            [
                Goal.AtLeast(name, "DuckDB's time, in times of the cmdlet's", 50, DuckDbOver()),
                Goal.AtMost(name, "the cmdlet's time, in times of the floor's, which is one thread's here", 1.4, OverFloor()),
            ],
        };
        return own.Concat(PeakGoals(name, result.Of(ContenderKind.Reader)?.PeakBytes, cmdlet?.PeakBytes - enginePeak));
    }

    /// <summary>The goals of memory on corpora of different sizes.</summary>
    internal static IEnumerable<Goal> Of(MemoryResult memory) =>
        memory.Rows.SelectMany(row => PeakGoals(row.Corpus, row.ReaderPeak, row.CmdletPeak - memory.EnginePeak))
            .Append(Goal.AtMost("all sizes", "the reader's largest peak, in times of its smallest", 1.10, Growth(memory.Rows.Select(row => row.ReaderPeak))))
            .Append(Goal.AtMost("all sizes", "the cmdlet's largest peak, in times of its smallest", 1.10, Growth(memory.Rows.Select(row => row.CmdletPeak))))
            .Append(Goal.AtMost("all sizes", "the ordered cmdlet's largest peak, in times of its smallest", 1.10, Growth(memory.Rows.Select(row => row.OrderedPeak))));

    /// <summary>The goal of <c>Import-Module</c>.</summary>
    internal static Goal OfImport(double moduleSeconds, double emptySeconds) =>
        Goal.AtMost("Import-Module", "milliseconds above an empty binary module", 40, (moduleSeconds - emptySeconds) * 1000);

    private static IEnumerable<Goal> PeakGoals(string corpus, long? reader, long? aboveEngine) =>
    [
        Goal.AtMost(corpus, "peak MB, the reader in a plain process", PlainMegabytes, reader / 1e6),
        Goal.AtMost(corpus, "peak MB, the cmdlet above PowerShell's engine alone", EngineMegabytes, aboveEngine / 1e6),
    ];

    private static double? First(Measurement? measurement) =>
        measurement is { FirstObjectSeconds.Count: > 0 } ? Median.Of(measurement.FirstObjectSeconds) : null;

    private static double? Ratio(Measurement? one, Measurement? other) => one is not { Failure: null } || other is not { Failure: null } ? null : one.RatioTo(other);

    private static double? Growth(IEnumerable<long?> peaks)
    {
        List<long> known = [.. peaks.OfType<long>()];
        return known.Count < 2 ? null : (double)known.Max() / known.Min();
    }
}
