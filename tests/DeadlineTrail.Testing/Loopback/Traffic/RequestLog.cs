using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>Every request that arrived, counted.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RequestEntry> _all = [];
    private readonly Dictionary<string, (int Now, int Most)> _inFlight = new(StringComparer.Ordinal);

    internal RequestLog()
    {
    }

    /// <summary>All of them, in the order they arrived.</summary>
    public IReadOnlyList<RequestEntry> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Requests faster than the quota of their operation, account and Region.</summary>
    public int OverQuota => All.Count(each => each.OverQuota);

    /// <summary>How many arrived of an operation ("*" is all), in one Region or in all.</summary>
    public int Count(string operation = "*", string? region = null) =>
        All.Count(each => (operation == "*" || each.Operation == operation) && (region is null || each.Region == region));

    /// <summary>The most requests of an operation ("*" is all) that were being answered at one moment.</summary>
    public int MostInFlight(string operation = "*")
    {
        lock (_lock)
        {
            return _inFlight.GetValueOrDefault(operation).Most;
        }
    }

    /// <summary>Those being answered at this moment.</summary>
    public int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _inFlight.GetValueOrDefault("*").Now;
            }
        }
    }

    /// <summary>Forgets what was; requests under way stay under way.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _all.Clear();
            foreach (string operation in _inFlight.Keys.ToList())
            {
                _inFlight[operation] = (_inFlight[operation].Now, _inFlight[operation].Now);
            }
        }
    }

    internal RequestEntry Begin(AwsCall call, DateTimeOffset arrived)
    {
        var entry = new RequestEntry(call, arrived);
        lock (_lock)
        {
            _all.Add(entry);
            Change(call.Operation, 1);
            Change("*", 1);
        }

        return entry;
    }

    internal void End(RequestEntry entry)
    {
        lock (_lock)
        {
            Change(entry.Operation, -1);
            Change("*", -1);
        }
    }

    private void Change(string operation, int by)
    {
        (int now, int most) = _inFlight.GetValueOrDefault(operation);
        _inFlight[operation] = (now + by, Math.Max(most, now + by));
    }
}
