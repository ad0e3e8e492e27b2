using System;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>One way of asking a corpus for every record of Deadline Cloud, or a part of that work.</summary>
internal abstract class Contender : IDisposable
{
    /// <summary>How many threads everyone gets: as many as the module takes by itself.</summary>
    internal static int Threads { get; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Gets the processor time of other processes that the last run started.</summary>
    internal virtual TimeSpan OutsideProcessorTime => TimeSpan.Zero;

    /// <summary>Gets how long the last counted run took to its first object; null where that has no meaning.</summary>
    internal virtual TimeSpan? FirstObject => null;

    /// <summary>Gets the names of the programs it starts whose memory counts; none when all happens in this process.</summary>
    internal virtual string? Program => null;

    /// <summary>What the answer must be.</summary>
    internal virtual long Expected(Corpus corpus) => corpus.Counts.DeadlineRecords;

    /// <summary>Does it and counts.</summary>
    internal abstract long Count(Corpus corpus);

    /// <summary>Does it the way it is timed.</summary>
    internal virtual void Run(Corpus corpus) => Count(corpus);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
