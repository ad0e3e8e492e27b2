using System;
using System.Collections.Generic;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>The buckets of a query, each opened once.</summary>
/// <param name="open">Opens one, by its name and a Region of its partition, where one is known.</param>
internal sealed class OpenBuckets(Func<string, string?, ILogStore> open) : IDisposable
{
    private readonly Dictionary<string, ILogStore> _opened = new(StringComparer.Ordinal);

    /// <summary>Gets a bucket.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="nearRegion">A Region of its partition; null where none is known.</param>
    internal ILogStore Open(string name, string? nearRegion) => _opened.TryGetValue(name, out var bucket) ? bucket : _opened[name] = open(name, nearRegion);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bucket in _opened.Values)
        {
            (bucket as IDisposable)?.Dispose();
        }
    }
}
