using System.Collections.Generic;

namespace DeadlineTrail.Sources;

/// <summary>
/// Stands between an observer and a source that is read several times for one answer: what an earlier reading has told of a
/// file or a Region is not told again by a later one.
/// </summary>
internal sealed class RepeatedReadings(ITrailObserver observer) : ITrailObserver
{
    private readonly HashSet<(ProblemKind Kind, string Target)> _problems = [];
    private readonly HashSet<(ProblemKind Kind, string Target)> _toldBefore = [];
    private readonly HashSet<string> _warnings = [];

    /// <summary>Begins a further reading.</summary>
    internal RepeatedReadings Again()
    {
        _toldBefore.UnionWith(_problems);
        return this;
    }

    /// <inheritdoc/>
    public void Problem(TrailProblem problem)
    {
        _problems.Add((problem.Kind, problem.Target));
        if (!_toldBefore.Contains((problem.Kind, problem.Target)))
        {
            observer.Problem(problem);
        }
    }

    /// <inheritdoc/>
    public void Warn(TrailWarning warning)
    {
        if (_warnings.Add(warning.Message))
        {
            observer.Warn(warning);
        }
    }

    /// <inheritdoc/>
    public void Tell(string message) => observer.Tell(message);

    /// <inheritdoc/>
    public void Progress(ReadingProgress progress) => observer.Progress(progress);
}
