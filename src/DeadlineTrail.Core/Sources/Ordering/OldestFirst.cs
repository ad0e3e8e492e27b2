using System.Collections.Generic;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>The exact mirror of <see cref="NewestFirst"/>.</summary>
internal sealed class OldestFirst : IComparer<TrailEvent>
{
    internal static readonly OldestFirst Comparer = new();

    /// <inheritdoc/>
    public int Compare(TrailEvent? x, TrailEvent? y) => NewestFirst.Comparer.Compare(y, x);
}
