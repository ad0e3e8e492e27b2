using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>What is asked of the service, and what is said when it cannot hold the answer.</summary>
public class AskedTests
{
    private const string Deadline = "deadline.amazonaws.com";

    public static TheoryData<string?, string?, string?, string?, string?> Attributes => new()
    {
        // name, source, key, id, the attribute that is sent
        { null, Deadline, null, null, "EventSource = deadline.amazonaws.com" },
        { null, "DEADLINE.amazonaws.com", null, null, "EventSource = deadline.amazonaws.com" },
        { null, null, null, null, null },
        { null, "s3", null, null, null },
        { "UpdateQueue", Deadline, null, null, "EventName = UpdateQueue" },
        { "updatequeue", Deadline, null, null, "EventName = UpdateQueue" },

        // Other services have operations of these names.
        { "TagResource", Deadline, null, null, "EventSource = deadline.amazonaws.com" },
        { "UntagResource", null, null, null, null },
        { "Update*", Deadline, null, null, "EventSource = deadline.amazonaws.com" },
        { "AssumeRole", null, null, null, null },
        { "UpdateQueue", Deadline, "akiaexampleexample01", null, "AccessKeyId = AKIAEXAMPLEEXAMPLE01" },
        { null, Deadline, "AKIA*", null, "EventSource = deadline.amazonaws.com" },
        { null, null, null, "0B9F2C3D-0000-4000-8000-00000000000A", "EventId = 0b9f2c3d-0000-4000-8000-00000000000a" },
        { null, null, null, "EXAMPLE8-9621-4d00-b913-beca2EXAMPLE", null },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public void The_narrowest_attribute_that_cannot_change_the_answer_is_sent(string? name, string? source, string? key, string? id, string? sent)
    {
        var reading = new HistoryReading();

        reading.Read(Query(name, source, key, id), "eu-central-1");

        Assert.Equal(sent, Assert.Single(reading.Service.Made).Request.Attribute?.ToString());
        Assert.Contains(reading.Told, each => each.Contains(sent ?? "every event", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UpdateQueue", Deadline, "AKIAEXAMPLEEXAMPLE01")]
    [InlineData("TagResource", Deadline, "ASIAEXAMPLEEXAMPLE02")]
    [InlineData("CreateFarm", null, "AKIAEXAMPLEEXAMPLE01")]
    [InlineData(null, "s3.amazonaws.com", null)]
    public void Every_attribute_that_may_be_sent_gives_the_same_answer(string? name, string? source, string? key)
    {
        var query = Query(name, source, key, null);
        var permitted = LookupAttributeChoice.Permitted(query).ToList();
        Assert.NotEmpty(permitted);
        var expected = Answer(query, null);
        Assert.NotEmpty(expected);

        Assert.All(permitted, attribute => Assert.Equal(expected, Answer(query, attribute)));
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(-89.0, null, -89.0, null)]
    [InlineData(-120.0, null, null, "OlderThanNinetyDays")]
    [InlineData(-90.0, null, -90.0, null)]
    [InlineData(-120.0, -30.0, null, "OlderThanNinetyDays")]
    public void A_start_beyond_the_ninety_days_is_said_and_not_sent(double? startDays, double? endDays, double? sentDays, string? warning)
    {
        var reading = new HistoryReading();

        reading.Read(Between(startDays, endDays), "eu-central-1");

        var request = Assert.Single(reading.Service.Made).Request;
        Assert.Equal(sentDays is { } sent ? VirtualClock.Start.AddDays(sent).Ticks : null, request.StartTicks);
        Assert.Equal(VirtualClock.Start.AddDays(endDays ?? 0).Ticks, request.EndTicks);
        Assert.Equal(warning, reading.Warnings.SingleOrDefault()?.Id);
    }

    [Theory]
    [InlineData(-120.0, -91.0)]
    [InlineData(1.0, 2.0)]
    public void A_range_that_holds_nothing_is_not_asked_for(double start, double end)
    {
        var reading = new HistoryReading();

        Assert.Empty(reading.Read(Between(start, end), "eu-central-1"));
        Assert.Empty(reading.Service.Made);
    }

    public static TheoryData<string[]?, string[]?, string?, bool> DataEvents => new()
    {
        { ["UpdateJob"], null, null, true },
        { ["UpdateJob", "GetTask"], null, null, true },
        { ["UpdateJob", "UpdateQueue"], null, null, true },
        { ["*Job*"], null, null, true },
        { ["*Queue"], null, null, false },
        { ["PutObject"], null, null, false },
        { null, ["Data"], null, true },
        { null, ["Data", "Management"], null, true },
        { null, ["Management"], null, false },
        { null, null, "Job", true },
        { null, null, "Task", true },
        { null, null, "Queue", false },
        { null, null, null, false },
    };

    [Theory]
    [MemberData(nameof(DataEvents))]
    public void What_data_events_would_answer_is_said_once(string[]? names, string[]? classes, string? kind, bool isSaid)
    {
        var reading = new HistoryReading();
        var query = new TrailQuery
        {
            EventNames = Filter(names),
            EventClasses = Filter(classes),
            EventSources = Filter([Deadline]),
            IdentifierKinds = kind is null ? [] : [Enum.Parse<IdentifierKind>(kind)],
        };

        reading.Read(query, "eu-central-1", "us-west-2");

        Assert.Equal(isSaid ? ["DataEventsNotInHistory"] : [], reading.Warnings.Select(each => each.Id));
    }

    private static readonly WantedService[] s_three = [new(Deadline), new("signin.amazonaws.com"), new("sts.amazonaws.com", "AssumeRole")];

    [Theory]
    [InlineData(50)]
    [InlineData(1400)]
    public void Several_services_are_a_lookup_each_in_one_order_and_one_quota(int latency)
    {
        var reading = new HistoryReading();
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(latency);
        reading.Service.Events.AddRange(HistoryEvents.Of("eu-central-1", 900, TimeSpan.FromDays(30), 31).Select((each, at) => (at % 3) switch
        {
            0 => each,
            1 => each with { Source = "signin.amazonaws.com", Name = "UserAuthentication" },
            _ => each with { Source = "sts.amazonaws.com", Name = at % 2 == 0 ? "AssumeRole" : "GetCallerIdentity" },
        }));

        var read = reading.Read(new TrailQuery { Services = s_three }, "eu-central-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events.Where(each => each.Source is Deadline or "signin.amazonaws.com" || each.Name == "AssumeRole")), read);
        Assert.Equal(
            ["EventName = AssumeRole", "EventSource = deadline.amazonaws.com", "EventSource = signin.amazonaws.com"],
            reading.Service.Made.Select(each => each.Request.Attribute!.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(reading.Service.Made.Zip(reading.Service.Made.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= RequestQuota.LookupInterval));
    }

    [Fact]
    public void A_Region_may_be_asked_for_some_of_the_services_only()
    {
        var reading = new HistoryReading();
        HistoryRegion[] regions = [new("us-west-2", true), new("us-east-1", false) { EventSources = ["sts.amazonaws.com"] }];

        Assert.Empty(reading.Events(new TrailQuery { Services = s_three }, regions));

        Assert.Equal(3, reading.Service.Made.Count(each => each.Request.Region == "us-west-2"));
        Assert.Equal("EventName = AssumeRole", Assert.Single(reading.Service.Made, each => each.Request.Region == "us-east-1").Request.Attribute!.ToString());
        Assert.Contains(reading.Told, told => told.Contains("us-west-2 for EventSource = deadline", StringComparison.Ordinal) && told.Contains("of us-east-1 for EventName = AssumeRole", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Denied")]
    [InlineData("UnknownCredentials")]
    [InlineData("Unreachable")]
    public void A_Region_of_several_lookups_that_all_fail_is_one_error(string failure)
    {
        var reading = new HistoryReading();
        reading.Service.Fault = request => request.Region == "us-west-2" ? Enum.Parse<AwsFailure>(failure) : null;

        reading.Read(new TrailQuery { Services = s_three }, "eu-central-1", "us-west-2");

        Assert.Equal("us-west-2", Assert.Single(reading.Problems).Target);
    }

    [Fact]
    public void One_lookup_of_several_that_fails_is_named_and_the_others_are_whole()
    {
        var reading = new HistoryReading();
        reading.Service.Events.AddRange(HistoryEvents.Of("eu-central-1", 200, TimeSpan.FromDays(3), 5));
        reading.Service.Fault = request => request.Attribute?.Value == "signin.amazonaws.com" ? AwsFailure.Refused : null;

        var read = reading.Read(new TrailQuery { Services = s_three }, "eu-central-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events.Where(each => each.Source == Deadline)), read);
        Assert.Contains("no event of eu-central-1 (EventSource = signin.amazonaws.com) is in the answer", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    private static List<string> Answer(TrailQuery query, LookupAttribute? attribute)
    {
        var reading = new HistoryReading { Attribute = _ => attribute };
        reading.Service.Events.AddRange(HistoryEvents.Of("eu-central-1", 900, TimeSpan.FromDays(30), 31));
        return reading.Read(query, "eu-central-1");
    }

    private static TrailQuery Between(double? startDays, double? endDays) => new()
    {
        StartTicks = startDays is { } start ? VirtualClock.Start.AddDays(start).Ticks : long.MinValue,
        EndTicks = endDays is { } end ? VirtualClock.Start.AddDays(end).Ticks : long.MaxValue,
    };

    private static TrailQuery Query(string? name, string? source, string? key, string? id)
    {
        var (names, sources, keys, ids) = (Filter(name), Filter(source), Filter(key), Filter(id));
        var conditions = new List<EventCondition>();
        if (names is not null)
        {
            conditions.Add(EventCondition.EventName(names));
        }

        if (sources is not null)
        {
            conditions.Add(EventCondition.EventSource(sources));
        }

        if (keys is not null)
        {
            conditions.Add(EventCondition.AccessKeyId(keys));
        }

        return new TrailQuery { EventNames = names, EventSources = sources, AccessKeyIds = keys, EventIds = ids, Conditions = conditions };
    }

    private static TextFilter? Filter(params string?[]? texts) =>
        texts is [null] or null ? null : new TextFilter(texts!, pattern => text => text.StartsWith(pattern.TrimEnd('*').TrimStart('*'), StringComparison.OrdinalIgnoreCase) || (pattern[0] == '*' && text.Contains(pattern.Trim('*'), StringComparison.OrdinalIgnoreCase)));
}
