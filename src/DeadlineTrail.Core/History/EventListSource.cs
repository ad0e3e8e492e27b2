using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.History;

/// <summary>Events that were read already, as a source.</summary>
internal sealed class EventListSource(IReadOnlyList<TrailEvent> events) : ITrailSource
{
    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        var order = EventOrder.For(query);
        foreach (var trailEvent in events.Where(query.Matches))
        {
            cancellation.ThrowIfCancellationRequested();
            order.Add(trailEvent);
        }

        return order.Release(EventOrder.Everything);
    }
}
