using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>"The rate of lookup requests is limited to two per second, per account, per Region": no more, and no less.</summary>
public class PacingTests
{
    private static readonly string[] Regions = ["eu-central-1", "us-west-2", "ap-south-1"];

    [Theory]
    [InlineData(20, 100, 0.0)]
    [InlineData(200, 900, 0.0)]
    [InlineData(600, 3000, 0.0)]
    [InlineData(20, 2000, 0.1)]
    public void No_Region_is_asked_more_than_twice_in_any_second(int fastest, int slowest, double failing)
    {
        var reading = Filled(2000);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(reading.Chance.Next(fastest, slowest));
        reading.Service.Fault = _ => reading.Chance.NextDouble() < failing ? AwsFailure.Transient : null;

        reading.Read(new TrailQuery(), Regions);

        foreach (var region in Regions)
        {
            var times = Times(reading, region);
            Assert.True(times.Count > 40);
            Assert.All(times.Zip(times.Skip(2)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{region}: {pair}"));
            Assert.InRange(reading.Service.MostUnderWay[region], 1, 2);
        }
    }

    /// <summary>When a page takes 0.9 s, one chain of pages alone could make 1.1 requests a second.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(900)]
    public void Slow_pages_leave_no_quota_unused_while_there_is_much_to_read(int milliseconds)
    {
        var reading = Filled(5000);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(milliseconds);

        var read = reading.Read(new TrailQuery(), Regions);

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events), read);
        foreach (var region in Regions)
        {
            var times = Times(reading, region);
            var middle = times.Skip(3).Take(80).ToList();
            Assert.InRange(middle.Count / (middle[^1] - middle[0]).TotalSeconds, 1.9, 2.1);
        }
    }

    [Fact]
    public void A_cut_range_costs_few_pages_more_than_an_uncut_one()
    {
        var reading = Filled(5000);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(900);

        reading.Read(new TrailQuery(), Regions);

        Assert.InRange(reading.Service.Made.Count, 3 * 100, 3 * 130);
    }

    [Fact]
    public void Two_readings_of_one_account_share_its_quota_and_two_accounts_do_not()
    {
        var clock = new VirtualClock();
        var quota = new RequestQuota(clock, RequestQuota.LookupInterval);

        Assert.True(quota.Of("111122223333", "us-west-2").TryTake(out _));
        Assert.False(quota.Of("111122223333", "us-west-2").TryTake(out var wait));
        Assert.Equal(TimeSpan.FromMilliseconds(500), wait);
        Assert.True(quota.Of("444455556666", "us-west-2").TryTake(out _));
        Assert.True(quota.Of("111122223333", "eu-central-1").TryTake(out _));
    }

    /// <summary>A page of a quick Region waits in memory until the slow one has come as far.</summary>
    [Fact]
    public void Regions_do_not_run_far_ahead_of_the_one_that_is_throttled()
    {
        var reading = Filled(5000);
        reading.Service.Fault = request => request.Region == "ap-south-1" && reading.Clock.Elapsed < TimeSpan.FromMinutes(2) ? AwsFailure.Throttled : null;

        using var events = reading.Events(new TrailQuery(), [.. Regions.Select(name => new HistoryRegion(name, true))]).GetEnumerator();

        Assert.True(events.MoveNext());
        Assert.True(reading.Clock.Elapsed > TimeSpan.FromMinutes(2));
        Assert.InRange(Times(reading, "eu-central-1").Count, 20, 36);
        Assert.Equal("EventHistoryThrottled", Assert.Single(reading.Warnings).Id);
        Assert.Contains("ap-south-1", reading.Warnings[0].Message, StringComparison.Ordinal);
    }

    private static List<TimeSpan> Times(HistoryReading reading, string region) =>
        [.. reading.Service.Made.Where(each => each.Request.Region == region).Select(each => each.At)];

    private static HistoryReading Filled(int events)
    {
        var reading = new HistoryReading();
        foreach (var region in Regions)
        {
            reading.Service.Events.AddRange(HistoryEvents.Of(region, events, TimeSpan.FromDays(10), region.Length + events));
        }

        return reading;
    }
}
