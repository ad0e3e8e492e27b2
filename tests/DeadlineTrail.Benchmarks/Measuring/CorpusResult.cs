using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>All that was measured on one corpus.</summary>
/// <param name="Recipe">What the corpus is.</param>
/// <param name="Corpus">Where it is.</param>
/// <param name="Measurements">One for each contender.</param>
internal sealed record CorpusResult(CorpusRecipe Recipe, Corpus Corpus, IReadOnlyList<Measurement> Measurements)
{
    /// <summary>What was measured of a contender; null when it was not.</summary>
    internal Measurement? Of(string contender) => Measurements.FirstOrDefault(measurement => measurement.Kind.Name == contender);
}
