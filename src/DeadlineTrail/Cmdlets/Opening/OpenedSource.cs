using System;
using System.Collections.Generic;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Bookmarks;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>A source that is ready to be read, with what must be closed after it.</summary>
/// <param name="source">The source.</param>
/// <param name="resources">What is closed, the first first.</param>
internal sealed class OpenedSource(ITrailSource source, params IDisposable[] resources) : IDisposable
{
    /// <summary>Gets the source.</summary>
    internal ITrailSource Source => source;

    /// <summary>Gets the Regions whose Event history is asked; null where it is another source.</summary>
    internal IReadOnlyList<string>? HistoryRegions { get; init; }

    /// <summary>Gets what tells of the trails among it what they record; asked at the cost of calls of AWS.</summary>
    internal IReadOnlyList<Func<TrailSource>> Trails { get; init; } = [];

    /// <summary>Gets the run of a bookmark that the source goes by; null without one.</summary>
    internal BookmarkRun? Bookmark { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var resource in resources)
        {
            resource.Dispose();
        }
    }
}
