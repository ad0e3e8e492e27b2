using System.Collections.Generic;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Core.Tests.Sources;

/// <summary>Remembers what a reading told.</summary>
internal sealed class RecordingObserver : ITrailObserver
{
    internal List<TrailProblem> Problems { get; } = [];

    internal List<TrailWarning> Warnings { get; } = [];

    internal List<string> Told { get; } = [];

    internal List<ReadingProgress> Progressed { get; } = [];

    public void Problem(TrailProblem problem) => Problems.Add(problem);

    public void Warn(TrailWarning warning) => Warnings.Add(warning);

    public void Tell(string message) => Told.Add(message);

    public void Progress(ReadingProgress progress) => Progressed.Add(progress);
}
