using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>
/// Measures contenders on a corpus: each answer is checked, each is warmed up, and then they take turns, so that whatever
/// else the machine does meets all of them alike.
/// </summary>
/// <param name="kinds">The contenders.</param>
/// <param name="runs">How many rounds.</param>
/// <param name="tell">Hears how it goes.</param>
internal sealed class Rounds(IReadOnlyList<ContenderKind> kinds, int runs, Action<string> tell) : IDisposable
{
    // Longer than this, and one run has to do.
    private const double Slow = 10;

    private const int LeastWarmUps = 2;
    private const double WarmUpSeconds = 10;

    private readonly Dictionary<string, StationProcess> _stations = [];

    /// <summary>Measures everything but memory.</summary>
    internal CorpusResult Measure(CorpusRecipe recipe, Corpus corpus)
    {
        List<Measurement> measurements = [.. kinds.Select(kind => new Measurement(kind))];
        foreach (Measurement measurement in measurements)
        {
            tell($"{recipe.Name}: {measurement.Kind.Name}, checking its answer");
            Check(measurement, corpus);
        }

        List<Measurement> quick = [.. measurements.Where(measurement => measurement.Checked?.Seconds <= Slow)];
        foreach (Measurement measurement in quick)
        {
            WarmUp(measurement, corpus);
        }

        for (int round = 0; round < runs; round++)
        {
            tell($"{recipe.Name}: round {round + 1} of {runs}");
            for (int turn = 0; turn < quick.Count; turn++)
            {
                Measurement next = quick[(round + turn) % quick.Count];
                next.Add(Run(next, corpus, counted: false));
            }

            foreach (Measurement measurement in quick.Where(measurement => measurement.Checked!.FirstObjectSeconds is not null))
            {
                measurement.FirstObjectSeconds.Add(Run(measurement, corpus, counted: true).FirstObjectSeconds!.Value);
            }
        }

        return new CorpusResult(recipe, corpus, measurements);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (StationProcess station in _stations.Values)
        {
            station.Dispose();
        }
    }

    /// <summary>Another's program that cannot answer is said to be so, and the rest goes on.</summary>
    private void Check(Measurement measurement, Corpus corpus)
    {
        try
        {
            measurement.Checked = Run(measurement, corpus, counted: true);
        }
        catch (InvalidDataException failure) when (measurement.Kind.IsAnothers)
        {
            measurement.Failure = failure.Message.Split('\n')[0];
        }
    }

    private void WarmUp(Measurement measurement, Corpus corpus)
    {
        double seconds = measurement.Checked!.Seconds;
        for (int run = 0; measurement.Kind.Needs is null && (run < LeastWarmUps || seconds < WarmUpSeconds); run++)
        {
            seconds += Run(measurement, corpus, counted: false).Seconds;
        }
    }

    private Sample Run(Measurement measurement, Corpus corpus, bool counted)
    {
        ContenderKind kind = measurement.Kind;
        if (!_stations.TryGetValue(kind.Process, out StationProcess? station))
        {
            _stations.Add(kind.Process, station = new StationProcess());
        }

        return station.Measure(new StationRequest(kind.Name, corpus.Folder, counted));
    }
}
