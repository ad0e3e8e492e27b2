using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>How far one part of a source was read: the logs of an account and Region in a bucket, or a Region's Event
/// history.</summary>
/// <param name="name">The folder with the slash behind it, or the Region.</param>
internal sealed class BookmarkGroup(string name)
{
    private readonly SortedDictionary<long, ReadNames> _days = [];

    /// <summary>Gets the folder with the slash behind it, or the Region.</summary>
    internal string Name { get; } = name;

    /// <summary>Gets or sets the time (ticks, UTC) down from which everything is read that was there. It never goes back.</summary>
    internal long HighTicks { get; set; }

    /// <summary>Gets the days (ticks, UTC) and the names of the logs that were read of each; none for Event history.</summary>
    internal IEnumerable<KeyValuePair<long, ReadNames>> Days => _days;

    /// <summary>Gets the names of a day; null when there are none.</summary>
    internal ReadNames? Find(DateTime day) => _days.TryGetValue(day.Ticks, out var names) ? names : null;

    /// <summary>Gets the names of a day, to add to them.</summary>
    internal ReadNames Day(DateTime day)
    {
        if (!_days.TryGetValue(day.Ticks, out var names))
        {
            _days.Add(day.Ticks, names = new ReadNames());
        }

        return names;
    }

    /// <summary>Forgets the days before one.</summary>
    internal void Forget(DateTime before)
    {
        foreach (var day in _days.Keys.Where(day => day < before.Ticks).ToArray())
        {
            _days.Remove(day);
        }
    }
}

/// <summary>The logs of a day's folder that were read.</summary>
internal sealed class ReadNames
{
    /// <summary>Gets the names of those that were read to a good end.</summary>
    internal SortedSet<string> Whole { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the versions of those that were reported as damaged: another version is another log.</summary>
    internal SortedDictionary<string, string> Damaged { get; } = new(StringComparer.Ordinal);
}
