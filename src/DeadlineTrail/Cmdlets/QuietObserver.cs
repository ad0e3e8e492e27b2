using DeadlineTrail.Sources;

namespace DeadlineTrail.Cmdlets;

/// <summary>Passes everything on but warnings: one that says why nothing was found is enough.</summary>
internal sealed class QuietObserver(ITrailObserver observer) : ITrailObserver
{
    public void Problem(TrailProblem problem) => observer.Problem(problem);

    public void Warn(TrailWarning warning) => observer.Tell(warning.Message);

    public void Tell(string message) => observer.Tell(message);

    public void Progress(ReadingProgress progress) => observer.Progress(progress);
}
