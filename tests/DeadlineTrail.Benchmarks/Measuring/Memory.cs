using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>Measures peak memory: each contender in a process of its own, which does it once.</summary>
internal static class Memory
{
    /// <summary>The most memory a contender takes on a corpus; null where the system does not tell.</summary>
    internal static long? PeakOf(ContenderKind kind, Corpus corpus)
    {
        using var station = new StationProcess();
        return station.Measure(new StationRequest(kind.Name, corpus.Folder, Counted: false, Watched: true)).PeakBytes;
    }
}
