using System;
using System.Linq;
using System.Threading;
using DeadlineTrail.Benchmarks.Corpora;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Benchmarks.Contenders;

/// <summary>The module's reader as the cmdlet calls it, without PowerShell.</summary>
internal sealed class ReaderContender : Contender
{
    /// <inheritdoc/>
    internal override long Count(Corpus corpus) => new FileTrailSource([corpus.Logs])
        .Read(new TrailQuery { OnlyEventSource = "deadline.amazonaws.com", Order = TrailOrder.Unordered }, new Witness(), CancellationToken.None)
        .LongCount();

    private sealed class Witness : ITrailObserver
    {
        public void Problem(TrailProblem problem) => throw new InvalidOperationException(problem.Message);

        public void Warn(TrailWarning warning) => throw new InvalidOperationException(warning.Message);

        public void Tell(string message)
        {
        }

        public void Progress(ReadingProgress progress)
        {
        }
    }
}
