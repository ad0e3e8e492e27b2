using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>The events of each account and Region, newest first.</summary>
internal sealed class EventHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Region, string Account), HistoryEvent[]> _events = [];

    /// <summary>Adds events where they belong, or all to one Region and account; returns how many Event history keeps.</summary>
    public int Add(IEnumerable<string> records, string? region, string? account)
    {
        var groups = records.Select(HistoryEvent.Read).Where(each => each.IsManagement)
            .ToLookup(each => (region ?? each.Region, account ?? each.Account));
        lock (_lock)
        {
            foreach (var group in groups)
            {
                _events[group.Key] = [.. _events.GetValueOrDefault(group.Key, []).Concat(group).OrderByDescending(each => each.Time).ThenBy(Shuffled, StringComparer.Ordinal)];
            }
        }

        return groups.Sum(group => group.Count());
    }

    public HistoryEvent[] Of(string region, string account)
    {
        lock (_lock)
        {
            return _events.GetValueOrDefault((region, account), []);
        }
    }

    /// <summary>Within a second the order is not documented: here it is always the same, and none a client could expect.</summary>
    private static string Shuffled(HistoryEvent each) => new([.. each.Id.Reverse()]);
}
