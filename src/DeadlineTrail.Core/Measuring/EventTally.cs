using System;
using System.Collections.Generic;

namespace DeadlineTrail.Measuring;

/// <summary>What is counted of one group of events.</summary>
internal sealed class EventTally(long? timeTicks, KeyValuePair<string, object?>[] group)
{
    private readonly DistinctCount _actors = new();
    private readonly DistinctCount _addresses = new();
    private long _count;
    private long _failures;
    private long _denials;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;

    internal long? TimeTicks { get; } = timeTicks;

    internal void Add(TrailEvent trailEvent)
    {
        _count++;
        _failures += trailEvent.Succeeded ? 0 : 1;
        _denials += trailEvent.IsDenied ? 1 : 0;
        _first = Math.Min(_first, trailEvent.Ticks);
        _last = Math.Max(_last, trailEvent.Ticks);
        _actors.Add(trailEvent.ActorName);
        if (trailEvent.SourceIPAddress is { } address)
        {
            _addresses.Add(address);
        }
    }

    internal TrailMeasure ToMeasure(bool isRest) => new(_count == 0 ? 0 : _first, _count == 0 ? 0 : _last)
    {
        Count = _count,
        Failures = _failures,
        Denials = _denials,
        Actors = _actors.Value,
        ActorsEstimated = _actors.IsEstimate,
        Addresses = _addresses.Value,
        AddressesEstimated = _addresses.IsEstimate,
        IsRest = isRest,
        Group = group,
        TimeTicks = TimeTicks,
    };
}
