using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Benchmarks.Contenders;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>What was measured of one contender on one corpus.</summary>
/// <param name="kind">The contender.</param>
internal sealed class Measurement(ContenderKind kind)
{
    private readonly List<Sample> _rounds = [];

    internal ContenderKind Kind { get; } = kind;

    /// <summary>The run whose answer was checked. It is not warm, and counts only where there is no other.</summary>
    internal Sample? Checked { get; set; }

    /// <summary>Why it could not answer; null where it did.</summary>
    internal string? Failure { get; set; }

    /// <summary>The most memory it took in a process of its own, or null.</summary>
    internal long? PeakBytes { get; set; }

    /// <summary>Seconds to the first object, of cmdlets.</summary>
    internal List<double> FirstObjectSeconds { get; } = [];

    internal int Runs => Counting.Count;

    internal double Seconds => Median.Of(Counting.Select(sample => sample.Seconds));

    internal double ProcessorSeconds => Median.Of(Counting.Select(sample => sample.ProcessorSeconds));

    internal double AllocatedBytes => Median.Of(Counting.Select(sample => (double)sample.AllocatedBytes));

    private List<Sample> Counting => _rounds.Count > 0 ? _rounds : Checked is null ? [] : [Checked];

    internal void Add(Sample round) => _rounds.Add(round);

    /// <summary>
    /// How many times as long as another it took: of each round's two, which were measured beside each other, and of those
    /// the middle.
    /// </summary>
    internal double RatioTo(Measurement other) => _rounds.Count > 0 && _rounds.Count == other._rounds.Count
        ? Median.Of(_rounds.Zip(other._rounds, (mine, others) => mine.Seconds / others.Seconds))
        : Seconds / other.Seconds;
}
