using System;

namespace DeadlineTrail.Measuring;

/// <summary>
/// Cuts time into intervals as a clock on the wall shows them: days begin at local midnight, whole weeks on Monday, and what
/// is shorter than a day is counted from midnight. So a day is 23 or 25 hours long where the clock is set, and the hour that
/// autumn repeats is two hours.
/// </summary>
/// <param name="every">How long an interval is.</param>
/// <param name="zone">Where the clock hangs.</param>
internal sealed class TimeIntervals(TimeSpan every, TimeZoneInfo zone)
{
    /// <summary>Whether a length can be cut: parts of a day, or whole days.</summary>
    internal static bool CanBe(TimeSpan every) =>
        every >= TimeSpan.FromSeconds(1) && (every <= TimeSpan.FromDays(1) || every.Ticks % TimeSpan.TicksPerDay == 0);

    /// <summary>The start of the interval in which an instant lies.</summary>
    /// <param name="ticks">The instant, as ticks in UTC.</param>
    internal long StartOf(long ticks)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(new DateTime(ticks, DateTimeKind.Utc), zone);
        var wall = every.Ticks >= TimeSpan.TicksPerDay
            ? local.Ticks - (local.Ticks % every.Ticks)
            : local.Date.Ticks + (local.TimeOfDay.Ticks - (local.TimeOfDay.Ticks % every.Ticks));
        return Instant(new DateTime(wall), ticks);
    }

    /// <summary>The start of the interval behind one.</summary>
    internal long Next(long start)
    {
        // An interval may be longer than it should by the hour the clock was set back.
        var probe = start + every.Ticks;
        while (StartOf(probe) <= start)
        {
            probe += TimeSpan.TicksPerHour;
        }

        return StartOf(probe);
    }

    private long Instant(DateTime wall, long ticks)
    {
        // The clock was set forward over it, as over midnight in some zones: the interval begins when the clock goes on.
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(1);
        }

        if (!zone.IsAmbiguousTime(wall))
        {
            return TimeZoneInfo.ConvertTimeToUtc(wall, zone).Ticks;
        }

        var offsets = zone.GetAmbiguousTimeOffsets(wall);
        var earlier = wall.Ticks - Math.Max(offsets[0].Ticks, offsets[1].Ticks);
        var later = wall.Ticks - Math.Min(offsets[0].Ticks, offsets[1].Ticks);
        return every.Ticks <= later - earlier && later <= ticks ? later : earlier;
    }
}
