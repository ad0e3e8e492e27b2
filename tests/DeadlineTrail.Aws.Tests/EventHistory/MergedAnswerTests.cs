using System;
using System.Linq;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>The answer does not depend on how it came about: pages, Regions, time, failures.</summary>
public class MergedAnswerTests
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Three_Regions_are_the_union_of_each_whatever_the_pages_and_the_latency(int seed)
    {
        var reading = new HistoryReading(seed);
        Fill(reading, seed);
        reading.Service.PageSize = () => 1 + reading.Chance.Next(50);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(reading.Chance.Next(20, 3000));

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events), reading.Read(new TrailQuery(), "eu-central-1", "us-west-2", "ap-south-1"));
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Warnings);
    }

    public static TheoryData<string, int> Faults
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var fault in new[] { "Throttled", "Transient", "InvalidToken", "ExpiredCredentials", "Unreachable", "RepeatedToken", "EmptyPage", "NewestTwice", "Everything" })
            {
                all.Add(fault, 1);
                all.Add(fault, 2);
                all.Add(fault, 3);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_every_tenth_answer_changes_nothing(string fault, int seed)
    {
        var reading = new HistoryReading(seed);
        Fill(reading, seed + 100);
        reading.Service.PageSize = () => 5 + reading.Chance.Next(40);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(reading.Chance.Next(20, 1500));
        reading.Service.Fault = _ => Enum.TryParse<AwsFailure>(Pick(reading, fault), out var failure) && reading.Chance.Next(10) == 0 ? failure : null;
        reading.Service.Twist = (request, page) => reading.Chance.Next(10) != 0 ? page : Pick(reading, fault) switch
        {
            "RepeatedToken" when request.NextToken is not null && page.NextToken is not null => page with { NextToken = request.NextToken },
            "EmptyPage" when request.NextToken is not null => new LookupPage([], null) with { NextToken = request.NextToken },
            "NewestTwice" when page.Events.Count > 0 => page with { Events = [page.Events[0], .. page.Events] },
            _ => page,
        };

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events), reading.Read(new TrailQuery(), "eu-central-1", "us-west-2", "ap-south-1"));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("OldestFirst")]
    [InlineData("Unordered")]
    public void The_other_orders_have_the_same_events(string name)
    {
        var order = Enum.Parse<TrailOrder>(name);
        var reading = new HistoryReading();
        Fill(reading, 7);
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(900);

        var read = reading.Read(new TrailQuery { Order = order }, "eu-central-1", "us-west-2", "ap-south-1");

        var expected = HistoryEvents.NewestFirst(reading.Service.Events);
        expected.Reverse();
        if (order == TrailOrder.Unordered)
        {
            expected.Sort(StringComparer.Ordinal);
            read.Sort(StringComparer.Ordinal);
        }

        Assert.Equal(expected, read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(333)]
    public void A_limit_gives_the_first_of_all_and_stops_asking(int limit)
    {
        var reading = new HistoryReading();
        Fill(reading, 8);

        var read = reading.Read(new TrailQuery { MaxEvents = limit }, "eu-central-1", "us-west-2", "ap-south-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events).Take(limit), read);
        Assert.InRange(reading.Service.Made.Count, 3, 9 + (limit / 20));
    }

    [Fact]
    public void A_range_is_exact_to_the_second_at_both_ends()
    {
        var reading = new HistoryReading();
        Fill(reading, 9);
        var times = reading.Service.Events.Select(each => each.Time).Order().ToList();
        var (start, end) = (times[times.Count / 3], times[times.Count * 2 / 3]);

        var read = reading.Read(new TrailQuery { StartTicks = start.Ticks, EndTicks = end.Ticks }, "eu-central-1", "us-west-2", "ap-south-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events.Where(each => each.Time >= start && each.Time <= end)), read);
    }

    [Fact]
    public void First_events_come_after_the_first_page_not_after_the_last()
    {
        var reading = new HistoryReading();
        Fill(reading, 10);

        _ = reading.Events(new TrailQuery(), new HistoryRegion("eu-central-1", true)).First();

        Assert.True(reading.Clock.Elapsed < TimeSpan.FromMilliseconds(400), reading.Clock.Elapsed.ToString());
        Assert.Single(reading.Service.Made);
    }

    [Fact]
    public void What_the_service_gives_in_the_wrong_order_is_given_out_and_marked_and_said()
    {
        var reading = new HistoryReading();
        Fill(reading, 11);
        var pages = 0;
        LookupEvent? late = null;
        reading.Service.Twist = (_, page) =>
        {
            // The newest event of the first page comes on the third.
            pages++;
            late ??= page.Events[0];
            return pages switch
            {
                1 => page with { Events = [.. page.Events.Skip(1)] },
                3 => page with { Events = [.. page.Events, late] },
                _ => page,
            };
        };

        var read = reading.Events(new TrailQuery(), new HistoryRegion("eu-central-1", true)).ToList();

        Assert.Equal(
            reading.Service.Events.Where(each => each.Region == "eu-central-1").Select(each => each.Id).Order(StringComparer.Ordinal),
            read.Select(each => each.EventId).Order(StringComparer.Ordinal));
        Assert.Equal(late!.EventId, Assert.Single(read, each => each.IsOutOfOrder).EventId);
        Assert.Equal("OrderViolation", Assert.Single(reading.Warnings).Id);
    }

    [Fact]
    public void An_event_that_cannot_be_read_is_named_and_the_others_come()
    {
        var reading = new HistoryReading();
        Fill(reading, 12);
        var broken = reading.Service.Events.First(each => each.Region == "eu-central-1");
        reading.Service.Twist = (_, page) => page with { Events = [.. page.Events.Select(each => each.EventId == broken.Id ? each with { Record = "{\"eventVersion\":" } : each)] };

        var read = reading.Read(new TrailQuery(), "eu-central-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events.Where(each => each.Region == "eu-central-1" && each != broken)), read);
        Assert.Contains(broken.Id, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    private static string Pick(HistoryReading reading, string fault)
    {
        string[] all = ["Throttled", "Transient", "InvalidToken", "ExpiredCredentials", "RepeatedToken", "EmptyPage", "NewestTwice"];
        return fault == "Everything" ? all[reading.Chance.Next(all.Length)] : fault;
    }

    private static void Fill(HistoryReading reading, int seed)
    {
        reading.Service.Events.AddRange(HistoryEvents.Of("eu-central-1", 1500, Days, seed));
        reading.Service.Events.AddRange(HistoryEvents.Of("us-west-2", 400, Days, seed + 1));
        reading.Service.Events.AddRange(HistoryEvents.Of("ap-south-1", 40, Days, seed + 2));
    }
}
