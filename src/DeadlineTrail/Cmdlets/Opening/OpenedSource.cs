using System;
using System.Collections.Generic;
using DeadlineTrail.Sources;

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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var resource in resources)
        {
            resource.Dispose();
        }
    }
}
