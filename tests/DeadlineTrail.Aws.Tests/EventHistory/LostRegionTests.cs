using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>What cannot be had is said, with the time from which on it is missing; the rest is there.</summary>
public class LostRegionTests
{
    [Theory]
    [InlineData("Denied", "RegionDenied", "cloudtrail:LookupEvents")]
    [InlineData("RegionNotEnabled", "RegionNotEnabled", "Enable us-west-2")]
    [InlineData("UnknownCredentials", "CredentialsRefused", "not enabled for the account, or the credentials")]
    [InlineData("Unreachable", "Unreachable", "proxy")]
    [InlineData("Transient", "CallFailed", "made to fail")]
    [InlineData("Throttled", "Throttled", "later")]
    [InlineData("Refused", "CallFailed", "made to fail")]
    public void A_Region_that_fails_from_the_start_is_one_error_and_the_others_are_whole(string failure, string kind, string remedy)
    {
        var reading = Filled();
        reading.Service.Fault = request => request.Region == "us-west-2" ? Enum.Parse<AwsFailure>(failure) : null;

        var read = reading.Read(new TrailQuery(), "eu-central-1", "us-west-2", "ap-south-1");

        Assert.Equal(HistoryEvents.NewestFirst(reading.Service.Events.Where(each => each.Region != "us-west-2")), read);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((kind, "us-west-2"), (problem.Kind.ToString(), problem.Target));
        Assert.Contains("no event of us-west-2 is in the answer", problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Denied", 100)]
    [InlineData("Transient", 100)]
    [InlineData("ExpiredCredentials", 900)]
    [InlineData("Throttled", 900)]
    public void A_Region_that_fails_half_way_is_complete_down_to_the_time_that_is_said(string failure, int latency)
    {
        var reading = Filled();
        var asked = 0;
        reading.Service.Latency = () => TimeSpan.FromMilliseconds(latency);
        reading.Service.Fault = request => request.Region == "eu-central-1" && ++asked > 25 ? Enum.Parse<AwsFailure>(failure) : null;

        var read = reading.Read(new TrailQuery(), "eu-central-1", "us-west-2").ToHashSet();

        var problem = Assert.Single(reading.Problems);
        var said = Said(problem);
        Assert.Empty(Missing("us-west-2", DateTime.MinValue));
        Assert.Empty(Missing("eu-central-1", said.AddSeconds(1)));
        Assert.NotEmpty(Missing("eu-central-1", DateTime.MinValue));
        Assert.True(said < VirtualClock.Start.AddHours(-1), "The answer was complete for longer than that.");

        IEnumerable<string> Missing(string region, DateTime from) =>
            reading.Service.Events.Where(each => each.Region == region && each.Time >= from && !read.Contains(each.Id)).Select(each => each.Id);
    }

    /// <summary>Throttling is retried for five minutes; a host that is not there for a few seconds.</summary>
    [Theory]
    [InlineData("Throttled", 300, 340)]
    [InlineData("Transient", 5, 60)]
    [InlineData("Unreachable", 0.5, 3)]
    [InlineData("Denied", 0, 0.5)]
    public void Giving_up_takes_as_long_as_there_is_hope(string failure, double atLeast, double atMost)
    {
        var reading = Filled();
        reading.Service.Fault = _ => Enum.Parse<AwsFailure>(failure);

        Assert.Empty(reading.Read(new TrailQuery(), "eu-central-1"));

        Assert.InRange(reading.Clock.Elapsed.TotalSeconds, atLeast, atMost);
    }

    [Theory]
    [InlineData("the same token again and again")]
    [InlineData("empty pages for ever")]
    [InlineData("the first page for ever")]
    public void A_token_without_progress_ends_with_an_error_never_a_loop(string how)
    {
        var reading = Filled();
        var token = 0;
        LookupPage? first = null;
        reading.Service.Twist = (_, page) => how switch
        {
            "the same token again and again" => new LookupPage(page.Events, "token"),
            "empty pages for ever" => new LookupPage([], "token " + token++),
            _ => (first ??= page) with { NextToken = "token " + token++ },
        };
        var accepting = new AnyToken(reading.Service);

        var read = accepting.Read(reading);

        Assert.Equal(ProblemKind.NoProgress, Assert.Single(reading.Problems).Kind);
        Assert.InRange(reading.Service.Made.Count, 5, 600);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public void A_Region_that_is_not_named_and_not_enabled_is_passed_over_with_a_word()
    {
        var reading = Filled();
        reading.Service.Fault = request => request.Region == "us-west-2" ? AwsFailure.UnknownCredentials : request.Region == "ap-south-1" ? AwsFailure.RegionNotEnabled : null;

        var read = reading.Events(new TrailQuery(), new("eu-central-1", false), new("us-west-2", false), new("ap-south-1", false)).ToList();

        Assert.Equal(reading.Service.Events.Count(each => each.Region == "eu-central-1"), read.Count);
        Assert.Empty(reading.Problems);
        Assert.Contains(reading.Told, each => each.Contains("not enabled us-west-2", StringComparison.Ordinal));
        Assert.Contains(reading.Told, each => each.Contains("not enabled ap-south-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Credentials_that_no_Region_knows_are_one_error()
    {
        var reading = Filled();
        reading.Service.Fault = _ => AwsFailure.UnknownCredentials;

        Assert.Empty(reading.Events(new TrailQuery(), new("eu-central-1", false), new("us-west-2", false), new("ap-south-1", false)));

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemKind.CredentialsRefused, problem.Kind);
        Assert.Contains("any of 3 Regions", problem.Message, StringComparison.Ordinal);
    }

    private static DateTime Said(TrailProblem problem)
    {
        var at = problem.Message.IndexOf("only behind ", StringComparison.Ordinal) + "only behind ".Length;
        return DateTimeOffset.Parse(problem.Message.AsSpan(at, 20), System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
    }

    private static HistoryReading Filled()
    {
        var reading = new HistoryReading();
        reading.Service.Events.AddRange(HistoryEvents.Of("eu-central-1", 2000, TimeSpan.FromDays(10), 21));
        reading.Service.Events.AddRange(HistoryEvents.Of("us-west-2", 300, TimeSpan.FromDays(10), 22));
        reading.Service.Events.AddRange(HistoryEvents.Of("ap-south-1", 30, TimeSpan.FromDays(10), 23));
        return reading;
    }

    /// <summary>A service that takes every token as the beginning.</summary>
    private sealed class AnyToken(ScriptedHistory inner) : IEventHistoryService
    {
        public System.Threading.Tasks.Task<LookupPage> LookupAsync(LookupRequest request, System.Threading.CancellationToken cancellation) =>
            inner.LookupAsync(request with { NextToken = null }, cancellation);

        internal List<string> Read(HistoryReading reading) =>
            [.. new EventHistorySource(this, "111122223333", [new HistoryRegion("eu-central-1", true)])
            {
                Clock = reading.Clock,
                Quota = new RequestQuota(reading.Clock, RequestQuota.LookupInterval),
                Random = reading.Chance.NextDouble,
            }.Read(new TrailQuery(), reading, System.Threading.CancellationToken.None).Select(each => each.EventId!)];
    }
}
