using System;
using System.Collections.Generic;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>The buckets of a query, each opened once.</summary>
/// <param name="open">Opens one.</param>
internal sealed class OpenBuckets(Func<string, ILogStore> open) : IDisposable
{
    private readonly Dictionary<string, ILogStore> _opened = new(StringComparer.Ordinal);

    /// <summary>Gets a bucket by its name.</summary>
    internal ILogStore this[string name] => _opened.TryGetValue(name, out var bucket) ? bucket : _opened[name] = open(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bucket in _opened.Values)
        {
            (bucket as IDisposable)?.Dispose();
        }
    }
}
