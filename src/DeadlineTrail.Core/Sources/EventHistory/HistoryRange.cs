using System;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// The range of time to ask for, in whole seconds, set once before the first page: a token is only good for the very
/// times that were asked with it.
/// </summary>
/// <param name="Start">The first second (ticks, UTC); null for as far back as there is.</param>
/// <param name="End">The last second.</param>
/// <param name="Now">When it was set.</param>
internal sealed record HistoryRange(long? Start, long End, long Now)
{
    /// <summary>"Event history provides a viewable, searchable, downloadable, and immutable record of the past 90 days of
    /// management events in an AWS Region",
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private long Oldest => Now - Kept.Ticks;

    /// <summary>Gets the start to ask for. What lies outside the 90 days may be refused (InvalidTimeRangeException), so then
    /// none is sent.</summary>
    internal long? RequestStart => Start >= Oldest ? Start : null;

    /// <summary>Gets the first second there can be an event of.</summary>
    internal long First => Math.Max(Start ?? Oldest, Oldest);

    /// <summary>Gets a value indicating whether no event in the range can be there any more, or yet.</summary>
    internal bool IsEmpty => End < Oldest || First > End;

    /// <summary>Gets the warning that is due when part of what was asked for is not kept any more; else null.</summary>
    internal TrailWarning? Warning => Start < Oldest - TimeSpan.TicksPerMinute || End < Oldest
        ? new TrailWarning(
            "OlderThanNinetyDays",
            $"Event history keeps the last 90 days, and the range begins before: what is older than {Instant.Utc(Oldest)} is missing from the answer. A trail's log files reach back to when the trail was made: read them with -Path.")
        : null;

    /// <summary>Sets the range of a query.</summary>
    internal static HistoryRange Of(TrailQuery query, DateTime now)
    {
        // Half a second before the first whole second is that second's business, too; the query itself is exact.
        var start = query.StartTicks > DateTime.MinValue.Ticks ? Down(query.StartTicks) : (long?)null;
        return new HistoryRange(start, Math.Min(Up(now.Ticks), Up(query.EndTicks)), now.Ticks);
    }

    /// <summary>The second a time lies in.</summary>
    internal static long Down(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond);

    private static long Up(long ticks) =>
        ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? Down(DateTime.MaxValue.Ticks) : Down(ticks + TimeSpan.TicksPerSecond - 1);
}
