using System;
using System.Collections.Generic;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>What runs have read and returned, so that the next one returns what is new.</summary>
/// <param name="source">What it is a bookmark of.</param>
/// <param name="filters">A fingerprint for each filter.</param>
/// <param name="startTicks">Ticks (UTC) of the start of the first run: what happened before is never returned.</param>
internal sealed class Bookmark(BookmarkSource source, IReadOnlyDictionary<string, string> filters, long startTicks)
{
    /// <summary>Gets what it is a bookmark of.</summary>
    internal BookmarkSource Source { get; } = source;

    /// <summary>Gets a fingerprint for each filter.</summary>
    internal IReadOnlyDictionary<string, string> Filters { get; } = filters;

    /// <summary>Gets the ticks (UTC) of the start of the first run.</summary>
    internal long StartTicks { get; } = startTicks;

    /// <summary>Gets or sets the number of the run that wrote it, counted from 1: a deferred run continues exactly one.</summary>
    internal long Run { get; set; }

    /// <summary>Gets the parts of the source.</summary>
    internal SortedDictionary<string, BookmarkGroup> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the events that were returned. They are of all groups together: an event may be delivered to two.</summary>
    internal ReturnedEvents Returned { get; } = new();

    /// <summary>Gets a part, which begins at the start of the first run where it was not there.</summary>
    internal BookmarkGroup Group(string name)
    {
        if (!Groups.TryGetValue(name, out var group))
        {
            Groups.Add(name, group = new BookmarkGroup(name) { HighTicks = StartTicks });
        }

        return group;
    }
}
