using System;
using System.Collections.Generic;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Sources.Ordering;

/// <summary>The total order of events: time descending, then event ID by its bytes. It depends on nothing but the events.</summary>
internal sealed class NewestFirst : IComparer<TrailEvent>
{
    internal static readonly NewestFirst Comparer = new();

    /// <inheritdoc/>
    public int Compare(TrailEvent? x, TrailEvent? y)
    {
        var byTime = y!.Ticks.CompareTo(x!.Ticks);
        if (byTime != 0)
        {
            return byTime;
        }

        var byId = x.TextBytes(RecordField.EventID).SequenceCompareTo(y.TextBytes(RecordField.EventID));

        // Events without an identifier, or the same one twice: their text, so that no thread's timing shows.
        return byId != 0 ? byId : x.Bytes.SequenceCompareTo(y.Bytes);
    }
}
