using System.Collections.Generic;
using System.Threading;

namespace DeadlineTrail.Sources;

/// <summary>Finds the logs that can hold an answer, newest first, as far as they are needed.</summary>
internal interface ILogSupply
{
    /// <summary>Gives the next portion. It may take its time; called on a thread of its own from the second portion on.</summary>
    /// <param name="cancellation">Stops it.</param>
    LogPortion Next(CancellationToken cancellation);
}

/// <summary>Some of the logs, found together.</summary>
/// <param name="Files">The logs. None was delivered before a log of a later portion.</param>
/// <param name="NewestLeft">Ticks (UTC) of the newest delivery a later portion can have; null when this is the last.</param>
/// <param name="Problems">What could not be looked through.</param>
/// <param name="Told">What was passed over, and why.</param>
internal sealed record LogPortion(
    IReadOnlyList<LogFile> Files, long? NewestLeft, IReadOnlyList<TrailProblem> Problems, IReadOnlyList<string> Told)
{
    /// <summary>Gets what should be known of the search.</summary>
    internal IReadOnlyList<TrailWarning> Warnings { get; init; } = [];
}
