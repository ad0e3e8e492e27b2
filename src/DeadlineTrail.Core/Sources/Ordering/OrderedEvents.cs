using System.Collections.Generic;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>Holds events back until none that belongs before them can come any more.</summary>
internal sealed class OrderedEvents : EventOrder
{
    private readonly IComparer<TrailEvent> _order;
    private readonly bool _holdAll;
    private readonly bool _includeDuplicate;
    private readonly List<Held> _held = [];
    private readonly List<TrailEvent> _late = [];
    private readonly Dictionary<EventKey, Held> _byKey = [];
    private readonly IComparer<Held> _heldOrder;
    private long _left;
    private long _watermark = long.MaxValue;
    private TrailEvent? _last;

    /// <summary>Makes an order.</summary>
    /// <param name="order">Which event comes first.</param>
    /// <param name="holdAll">Whether nothing is final before everything was seen.</param>
    /// <param name="maxEvents">How many events are wanted: no more are held.</param>
    /// <param name="includeDuplicate">Whether duplicates stay.</param>
    internal OrderedEvents(IComparer<TrailEvent> order, bool holdAll, long maxEvents, bool includeDuplicate)
    {
        _order = order;
        _heldOrder = Comparer<Held>.Create((x, y) => order.Compare(x.Event, y.Event));
        _holdAll = holdAll;
        _left = maxEvents;
        _includeDuplicate = includeDuplicate;
    }

    /// <summary>Gets how many events are held back.</summary>
    internal int Count => _held.Count;

    /// <inheritdoc/>
    internal override void Add(TrailEvent trailEvent)
    {
        if (_last is not null && _order.Compare(trailEvent, _last) < 0)
        {
            // Never dropped: given out at once, and marked.
            trailEvent.MarkOutOfOrder();
            OutOfOrder++;
            FirstOutOfOrder ??= trailEvent;
            _late.Add(trailEvent);
            return;
        }

        if (!_includeDuplicate && EventKey.Of(trailEvent) is { } key)
        {
            if (_byKey.TryGetValue(key, out var held))
            {
                if (held.Event.Ticks == trailEvent.Ticks && SameContent.Of(held.Event, trailEvent))
                {
                    Duplicates++;
                    held.KeepFirst(trailEvent);
                    return;
                }

                Differing++;
                FirstDiffering ??= trailEvent;
                _held.Add(new Held(trailEvent, null));
            }
            else
            {
                held = new Held(trailEvent, key);
                _byKey.Add(key, held);
                _held.Add(held);
            }
        }
        else
        {
            _held.Add(new Held(trailEvent, null));
        }

        Trim();
    }

    /// <inheritdoc/>
    internal override IEnumerable<TrailEvent> Release(long watermark)
    {
        foreach (var late in _late)
        {
            _left--;
            yield return late;
        }

        _late.Clear();
        if (watermark >= _watermark || (_holdAll && watermark != Everything))
        {
            yield break;
        }

        _watermark = watermark;
        foreach (var held in TakeFinal(watermark))
        {
            _left--;
            _last = held.Event;
            yield return held.Event;
        }
    }

    private List<Held> TakeFinal(long watermark)
    {
        var final = new List<Held>();
        var kept = 0;
        for (var at = 0; at < _held.Count; at++)
        {
            var held = _held[at];
            if (held.Event.Ticks > watermark)
            {
                final.Add(held);
                Forget(held);
            }
            else
            {
                _held[kept++] = held;
            }
        }

        _held.RemoveRange(kept, _held.Count - kept);
        final.Sort(_heldOrder);
        return final;
    }

    /// <summary>Of more than are wanted, the ones furthest behind are let go; now and then, so that it costs little.</summary>
    private void Trim()
    {
        const int leeway = 1024;
        if (_left > int.MaxValue / 2 || _held.Count < (2 * _left) + leeway)
        {
            return;
        }

        _held.Sort(_heldOrder);
        for (var at = (int)_left; at < _held.Count; at++)
        {
            Forget(_held[at]);
        }

        _held.RemoveRange((int)_left, _held.Count - (int)_left);
    }

    private void Forget(Held held)
    {
        if (held.Key is { } key)
        {
            _byKey.Remove(key);
        }
    }

    private sealed class Held(TrailEvent trailEvent, EventKey? key)
    {
        internal TrailEvent Event { get; private set; } = trailEvent;

        internal EventKey? Key { get; } = key;

        /// <summary>Of two deliveries the one whose file comes first by name stays, whichever thread was quicker.</summary>
        internal void KeepFirst(TrailEvent other)
        {
            var byPath = string.CompareOrdinal(other.OriginPath, Event.OriginPath);
            if (byPath < 0 || (byPath == 0 && other.OriginRecord < Event.OriginRecord))
            {
                Event = other;
            }
        }
    }
}
