using System.Collections.Generic;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>
/// Lets events through as they come and remembers only which were there: sixteen bytes an event and its time, until the
/// watermark says that no second delivery can come. Of files without a date in their names that is never. The content of
/// an event is not remembered, so a second one of the same ID and time counts as a duplicate whatever it says.
/// </summary>
internal sealed class UnorderedEvents(bool includeDuplicate) : EventOrder
{
    private readonly Dictionary<EventKey, long> _seen = [];
    private readonly List<TrailEvent> _ready = [];
    private readonly List<EventKey> _final = [];
    private int _pruneAt = 4096;

    /// <inheritdoc/>
    internal override void Add(TrailEvent trailEvent)
    {
        if (!includeDuplicate && EventKey.Of(trailEvent) is { } key)
        {
            if (_seen.TryGetValue(key, out var ticks))
            {
                if (ticks == trailEvent.Ticks)
                {
                    Duplicates++;
                    return;
                }

                Differing++;
                FirstDiffering ??= trailEvent;
            }
            else
            {
                _seen.Add(key, trailEvent.Ticks);
            }
        }

        _ready.Add(trailEvent);
    }

    /// <inheritdoc/>
    internal override IEnumerable<TrailEvent> Release(long watermark)
    {
        Prune(watermark);
        foreach (var trailEvent in _ready)
        {
            yield return trailEvent;
        }

        _ready.Clear();
    }

    private void Prune(long watermark)
    {
        if (_seen.Count < _pruneAt)
        {
            return;
        }

        foreach (var seen in _seen)
        {
            if (seen.Value > watermark)
            {
                _final.Add(seen.Key);
            }
        }

        foreach (var key in _final)
        {
            _seen.Remove(key);
        }

        _final.Clear();
        _pruneAt = System.Math.Max(4096, 2 * _seen.Count);
    }
}
