using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// Which events were returned, by the day (UTC) on which they happened or were delivered, whichever is later. A day is
/// forgotten when no log of it is looked at any more.
/// </summary>
internal sealed class ReturnedEvents
{
    /// <summary>How many events a bookmark holds at most: 64 MB. More is an error; none is ever left out.</summary>
    internal const int Most = 4_000_000;

    private readonly SortedDictionary<long, HashSet<ReturnedKey>> _days = [];

    /// <summary>Gets how many there are.</summary>
    internal long Count => _days.Values.Sum(static keys => (long)keys.Count);

    /// <summary>Gets the days (ticks, UTC) and what was returned of each.</summary>
    internal IEnumerable<KeyValuePair<long, HashSet<ReturnedKey>>> Days => _days;

    /// <summary>Notes an event.</summary>
    /// <param name="ticks">When it happened or was delivered.</param>
    /// <param name="key">The event.</param>
    internal void Add(long ticks, ReturnedKey key)
    {
        var day = ticks - (ticks % TimeSpan.TicksPerDay);
        if (!_days.TryGetValue(day, out var keys))
        {
            _days.Add(day, keys = []);
        }

        keys.Add(key);
    }

    /// <summary>Forgets what is older than a time.</summary>
    internal void Forget(long ticks)
    {
        foreach (var day in _days.Keys.Where(day => day + TimeSpan.TicksPerDay <= ticks).ToArray())
        {
            _days.Remove(day);
        }
    }
}
