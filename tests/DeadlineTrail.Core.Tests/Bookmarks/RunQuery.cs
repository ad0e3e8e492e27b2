using System;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>What a run with a bookmark asks for.</summary>
internal static class RunQuery
{
    /// <param name="start">-StartTime.</param>
    /// <param name="oldest">-Oldest -MaxEvents; null for all, the newest first.</param>
    internal static TrailQuery Of(DateTime? start, long? oldest) => new()
    {
        StartTicks = start?.Ticks ?? long.MinValue,
        Order = oldest is null ? TrailOrder.NewestFirst : TrailOrder.OldestFirst,
        MaxEvents = oldest ?? long.MaxValue,
    };
}
