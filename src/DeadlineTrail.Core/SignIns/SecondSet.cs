using System;
using System.Collections.Generic;

namespace DeadlineTrail.SignIns;

/// <summary>Seconds at which something happened: a bit each, so that a year of them is 4 MB at most, however much happened.</summary>
internal sealed class SecondSet
{
    private const int BitsInWord = 64;

    private readonly Dictionary<long, ulong[]> _hours = [];

    internal void Add(long ticks)
    {
        var second = ticks / TimeSpan.TicksPerSecond;
        if (!_hours.TryGetValue(second / 3600, out var bits))
        {
            _hours.Add(second / 3600, bits = new ulong[(3600 / BitsInWord) + 1]);
        }

        bits[second % 3600 / BitsInWord] |= 1UL << (int)(second % 3600 % BitsInWord);
    }

    /// <summary>Whether there is a second at most so many away.</summary>
    internal bool HasNear(long ticks, int seconds)
    {
        var second = ticks / TimeSpan.TicksPerSecond;
        for (var at = second - seconds; at <= second + seconds; at++)
        {
            if (_hours.TryGetValue(at / 3600, out var bits) && (bits[at % 3600 / BitsInWord] & (1UL << (int)(at % 3600 % BitsInWord))) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
