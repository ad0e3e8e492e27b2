using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Benchmarks.Measuring;
using DeadlineTrail.Benchmarks.Report;

namespace DeadlineTrail.Benchmarks;

/// <summary>The whole of it: corpora, measurements, tables.</summary>
/// <param name="options">What is asked.</param>
/// <param name="report">Where the tables go.</param>
/// <param name="tell">Hears how it goes.</param>
internal sealed class Benchmark(BenchmarkOptions options, TextWriter report, Action<string> tell)
{
    private readonly CorpusStore _store = new(options.Folder, tell);
    private readonly List<Goal> _goals = [];

    internal void Run()
    {
        List<ContenderKind> kinds = [.. options.Contenders.Select(ContenderKind.Named).Where(kind => kind.WhyNot is null)];
        WriteHeading();
        long? enginePeak = null;
        foreach (string name in options.Corpora)
        {
            CorpusResult result = Measure(kinds, CorpusRecipe.Named(name, options.Size, options.Seed));
            enginePeak ??= Memory.PeakOf(ContenderKind.Engine, result.Corpus);
            ContenderTable.Write(report, result);
            _goals.AddRange(Goals.Of(result, enginePeak));
        }

        if (options.Memory.Count > 0)
        {
            MemoryResult memory = MeasureMemory(enginePeak);
            MemoryTable.Write(report, memory);
            _goals.AddRange(Goals.Of(memory));
        }

        MeasureImport();
        GoalTable.Write(report, _goals);
    }

    private void WriteHeading()
    {
        report.WriteLine("## Measured");
        report.WriteLine();
        report.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processor(s), {RuntimeInformation.FrameworkDescription}; {Contender.Threads} thread(s) each.");
        foreach (ContenderKind skipped in options.Contenders.Select(ContenderKind.Named).Where(kind => kind.WhyNot is not null))
        {
            report.WriteLine($"Skipped: {skipped.Name}, because {skipped.WhyNot}.");
        }

        report.WriteLine();
    }

    private CorpusResult Measure(IReadOnlyList<ContenderKind> kinds, CorpusRecipe recipe)
    {
        Corpus corpus = _store.Get(recipe);
        CorpusResult result;
        using (var rounds = new Rounds(kinds, options.Runs, tell))
        {
            result = rounds.Measure(recipe, corpus);
        }

        foreach (Measurement measurement in result.Measurements.Where(measurement => measurement.Failure is null))
        {
            tell($"{recipe.Name}: {measurement.Kind.Name}, its memory");
            measurement.PeakBytes = Memory.PeakOf(measurement.Kind, corpus);
        }

        return result;
    }

    private MemoryResult MeasureMemory(long? enginePeak)
    {
        var rows = new List<MemoryRow>();
        foreach (long size in options.Memory)
        {
            Corpus corpus = _store.Get(CorpusRecipe.Named(CorpusRecipe.Mixed, size, options.Seed));
            tell($"Memory on {ByteSize.InMegabytes(size)} MB");
            long? Peak(string name) => Memory.PeakOf(ContenderKind.Named(name), corpus);
            enginePeak ??= Peak(ContenderKind.Engine.Name);
            rows.Add(new MemoryRow($"mixed, {ByteSize.InMegabytes(size)} MB", Peak(ContenderKind.Reader), Peak(ContenderKind.Cmdlet), Peak(ContenderKind.Ordered)));
        }

        return new MemoryResult(enginePeak, rows);
    }

    private void MeasureImport()
    {
        tell("Import-Module");
        string folder = Directory.CreateTempSubdirectory("deadlinetrail-empty-module-").FullName;
        (double module, double empty) = ImportTime.Measure(options.Runs, EmptyModule.Write(folder));
        Directory.Delete(folder, recursive: true);
        report.WriteLine($"Import-Module: {Number.Of(module * 1000)} ms; an empty binary module: {Number.Of(empty * 1000)} ms.");
        report.WriteLine();
        _goals.Add(Goals.OfImport(module, empty));
    }
}
