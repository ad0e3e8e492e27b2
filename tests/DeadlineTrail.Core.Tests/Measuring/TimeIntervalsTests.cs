using System;
using System.Globalization;
using DeadlineTrail.Measuring;
using Xunit;

namespace DeadlineTrail.Core.Tests.Measuring;

/// <summary>Intervals on days when the clock is set. The zones are made here: no machine's own list decides.</summary>
public class TimeIntervalsTests
{
    // +1; set forward from 02:00 on 29 March, back from 03:00 on 25 October 2026.
    private static readonly TimeZoneInfo Central = Zone("central", 1, new TimeSpan(2, 0, 0), 3, 29, new TimeSpan(3, 0, 0), 10, 25);

    // -3; set forward from 00:00 on 18 October, back from 00:00 on 15 February: a day without midnight, and an evening with two.
    private static readonly TimeZoneInfo Southern = Zone("southern", -3, TimeSpan.Zero, 10, 18, TimeSpan.Zero, 2, 15);

    [Theory]
    [InlineData("central", "1.00:00", "2026-07-01T21:59:59Z", "2026-06-30T22:00:00Z")] // before local midnight
    [InlineData("central", "1.00:00", "2026-07-01T22:00:00Z", "2026-07-01T22:00:00Z")] // at it
    [InlineData("central", "1.00:00", "2026-03-29T21:59:59Z", "2026-03-28T23:00:00Z")] // a day of 23 hours
    [InlineData("central", "1.00:00", "2026-10-25T22:59:59Z", "2026-10-24T22:00:00Z")] // a day of 25 hours
    [InlineData("central", "7.00:00", "2026-03-04T12:00:00Z", "2026-03-01T23:00:00Z")] // Wednesday; the week began on Monday
    [InlineData("central", "01:00", "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z")] // 02:30 the first time
    [InlineData("central", "01:00", "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z")] // 02:30 the second time
    [InlineData("central", "02:00", "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z")] // from 02:00 to 04:00 are three hours
    [InlineData("central", "02:00", "2026-03-29T01:10:00Z", "2026-03-29T01:00:00Z")] // there is no 02:00: from 03:00
    [InlineData("central", "06:00", "2026-03-29T03:59:00Z", "2026-03-28T23:00:00Z")] // 00:00 to 06:00 are five hours
    [InlineData("central", "07:00", "2026-07-01T21:30:00Z", "2026-07-01T19:00:00Z")] // 21:00; the next begins at midnight
    [InlineData("southern", "1.00:00", "2026-10-18T12:00:00Z", "2026-10-18T03:00:00Z")] // the day begins at 01:00
    [InlineData("southern", "01:00", "2026-02-15T02:30:00Z", "2026-02-15T02:00:00Z")] // 23:30 the second time
    [InlineData("southern", "1.00:00", "2026-02-15T02:30:00Z", "2026-02-14T02:00:00Z")] // still the same day
    public void An_interval_starts_where_the_clock_on_the_wall_says(string zone, string every, string instant, string start)
    {
        var intervals = new TimeIntervals(TimeSpan.Parse(every, CultureInfo.InvariantCulture), zone == "central" ? Central : Southern);

        Assert.Equal(start, Text(intervals.StartOf(Ticks(instant))));
    }

    /// <summary>Over a whole year, for each length: no instant is in two intervals, none is in none.</summary>
    [Theory]
    [InlineData("00:30")]
    [InlineData("01:00")]
    [InlineData("02:00")]
    [InlineData("07:00")]
    [InlineData("1.00:00")]
    [InlineData("7.00:00")]
    public void Each_interval_ends_where_the_next_begins(string every)
    {
        foreach (var zone in new[] { Central, Southern, TimeZoneInfo.Utc })
        {
            var length = TimeSpan.Parse(every, CultureInfo.InvariantCulture);
            var intervals = new TimeIntervals(length, zone);
            var end = Ticks("2027-01-01T00:00:00Z");
            for (var start = intervals.StartOf(Ticks("2026-01-01T00:00:00Z")); start < end;)
            {
                var next = intervals.Next(start);
                Assert.Equal(start, intervals.StartOf(start));
                Assert.Equal(start, intervals.StartOf(next - TimeSpan.TicksPerSecond));
                Assert.InRange(next - start, 1, length.Ticks + TimeSpan.TicksPerHour);
                start = next;
            }
        }
    }

    [Theory]
    [InlineData("00:00:01", true)]
    [InlineData("1.00:00", true)]
    [InlineData("14.00:00", true)]
    [InlineData("1.12:00", false)]
    [InlineData("00:00:00.5", false)]
    public void Parts_of_a_day_and_whole_days_can_be_intervals(string every, bool can) =>
        Assert.Equal(can, TimeIntervals.CanBe(TimeSpan.Parse(every, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, true, "")]
    [InlineData(0.001, true, "\u258f")]
    [InlineData(0.5, true, "\u2588\u2588\u2588\u2588\u2588")]
    [InlineData(0.55, true, "\u2588\u2588\u2588\u2588\u2588\u258c")]
    [InlineData(1, true, "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588")]
    [InlineData(0.001, false, "#")]
    [InlineData(0.5, false, "#####")]
    [InlineData(0, false, "")]
    public void A_bar_is_as_long_as_its_share_and_plain_where_it_must(double share, bool blocks, string bar) =>
        Assert.Equal(bar, Bar.Of(share, 10, blocks));

    private static TimeZoneInfo Zone(string id, int offset, TimeSpan forward, int forwardMonth, int forwardDay, TimeSpan back, int backMonth, int backDay) =>
        TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(offset), id, id, id,
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(DateTime.MinValue.Add(forward), forwardMonth, forwardDay),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(DateTime.MinValue.Add(back), backMonth, backDay)),
        ]);

    private static long Ticks(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks;

    private static string Text(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
