using System.Collections.Generic;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>
/// Puts events into the order asked for and takes duplicates out, in memory that depends on how far delivery lags behind,
/// not on how much there is. It knows nothing of files or threads: events go in, and a watermark says what is final.
/// </summary>
internal abstract class EventOrder
{
    /// <summary>The watermark of a source that has nothing more to come: everything is final.</summary>
    internal const long Everything = long.MinValue;

    /// <summary>Gets how many events were dropped as duplicates.</summary>
    internal long Duplicates { get; private protected set; }

    /// <summary>Gets how many events have the ID of another, but other content.</summary>
    internal long Differing { get; private protected set; }

    /// <summary>Gets how many events came too late to stand in their place.</summary>
    internal long OutOfOrder { get; private protected set; }

    /// <summary>Gets the first event that came too late, or null.</summary>
    internal TrailEvent? FirstOutOfOrder { get; private protected set; }

    /// <summary>Gets the first event with the ID of another, but other content, or null.</summary>
    internal TrailEvent? FirstDiffering { get; private protected set; }

    /// <summary>Makes the order a query asks for.</summary>
    internal static EventOrder For(TrailQuery query) => query.Order switch
    {
        TrailOrder.Unordered => new UnorderedEvents(query.IncludeDuplicate),
        TrailOrder.OldestFirst => new OrderedEvents(OldestFirst.Comparer, holdAll: true, query.MaxEvents, query.IncludeDuplicate),
        _ => new OrderedEvents(NewestFirst.Comparer, holdAll: false, query.MaxEvents, query.IncludeDuplicate),
    };

    /// <summary>Takes an event in.</summary>
    internal abstract void Add(TrailEvent trailEvent);

    /// <summary>Gives out what is final.</summary>
    /// <param name="watermark">Ticks (UTC): nothing newer than this is still to come, unless a file's name is wrong.</param>
    internal abstract IEnumerable<TrailEvent> Release(long watermark);
}
