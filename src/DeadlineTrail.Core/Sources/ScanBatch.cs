using System;
using System.Collections.Generic;
using DeadlineTrail.Parsing;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources;

/// <summary>Events of one log.</summary>
/// <param name="Log">The log.</param>
/// <param name="Events">The events that match, in the order of the log.</param>
/// <param name="Report">How the reading went, with the last batch of a log; null before.</param>
internal sealed record ScanBatch(PlannedLog Log, List<TrailEvent> Events, ScanReport? Report);

/// <summary>How the reading of one log went.</summary>
internal sealed class ScanReport
{
    /// <summary>Gets or sets how many elements the log has, of whatever kind.</summary>
    internal long Elements { get; set; }

    /// <summary>Gets or sets how many events match.</summary>
    internal long Matches { get; set; }

    /// <summary>Gets or sets the ticks (UTC) of the newest event that matches.</summary>
    internal long NewestMatch { get; set; } = long.MinValue;

    /// <summary>Gets or sets the length of the log's text.</summary>
    internal long TextBytes { get; set; }

    /// <summary>Gets what was found that is not an event, with its number.</summary>
    internal Dictionary<string, long> NotEvents { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the damaged places.</summary>
    internal List<LogDamage> Damages { get; } = [];

    /// <summary>Gets or sets a value indicating whether the log could be read only in part, for a reason that is not in the log
    /// itself: it counts as damaged in this answer, and may be whole the next time.</summary>
    internal bool BrokeOff { get; set; }

    /// <summary>Gets or sets why the log could not be opened, or read on.</summary>
    internal Exception? Failure { get; set; }
}
