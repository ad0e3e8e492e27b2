using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Core.Tests.Studio;
using DeadlineTrail.Measuring;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Files;
using Xunit;

namespace DeadlineTrail.Core.Tests.Measuring;

/// <summary>Counts against those that DuckDB makes of the same files.</summary>
[Collection(WrittenTree.Shared)]
public class EventMeasurementTests(WrittenTree tree)
{
    private const string Denied = "error IN ('AccessDenied', 'AccessDeniedException')";

    [Fact]
    public void The_whole_is_counted_as_DuckDB_counts_it()
    {
        var whole = Assert.Single(Measure([], null));

        Assert.Equal(tree.Number("SELECT count(*) FROM deadline"), whole.Count);
        Assert.Equal(tree.Number("SELECT count(*) FROM deadline WHERE error IS NOT NULL"), whole.Failures);
        Assert.Equal(tree.Number($"SELECT count(*) FROM deadline WHERE {Denied}"), whole.Denials);
        Assert.Equal(tree.Number("SELECT count(DISTINCT j->>'sourceIPAddress') FROM deadline"), whole.Addresses);
        Assert.Equal((string)tree.Rows("SELECT min(time), max(time) FROM deadline").Single()[0], whole.FirstUtc);
        Assert.Equal((string)tree.Rows("SELECT min(time), max(time) FROM deadline").Single()[1], whole.LastUtc);
        Assert.False(whole.AddressesEstimated);
    }

    [Fact]
    public void Groups_are_counted_as_DuckDB_counts_them()
    {
        var measures = Measure(["EventName", "ErrorCode"], null);

        Assert.Equal(
            tree.Counts("SELECT name || ' ' || coalesce(error, '-'), count(*) FROM deadline GROUP BY ALL"),
            measures.ToDictionary(measure => $"{measure.Group[0].Value} {measure.Group[1].Value ?? "-"}", measure => measure.Count));
        Assert.Equal(measures.Select(measure => measure.Count).OrderDescending(), measures.Select(measure => measure.Count));
        Assert.Equal(["EventName", "ErrorCode"], measures[0].Group.Select(part => part.Key));
    }

    [Fact]
    public void Hours_are_counted_as_DuckDB_counts_them_and_empty_hours_are_there()
    {
        var measures = Measure([], new TimeIntervals(TimeSpan.FromHours(1), TimeZoneInfo.Utc));

        Assert.Equal(
            tree.Counts("SELECT time[:13], count(*) FROM deadline GROUP BY ALL"),
            measures.Where(measure => measure.Count > 0).ToDictionary(measure => TrailMeasure.Utc(measure.TimeTicks!.Value)![..13], measure => measure.Count));
        Assert.All(measures.Zip(measures.Skip(1)), pair => Assert.Equal(TimeSpan.TicksPerHour, pair.Second.TimeTicks - pair.First.TimeTicks));
    }

    [Fact]
    public void Beyond_the_limit_of_groups_events_are_counted_together_and_none_is_lost()
    {
        var measures = Measure(["EventId"], null, maxGroups: 50);

        Assert.Equal(51, measures.Count);
        Assert.True(measures[^1].IsRest);
        Assert.Null(measures[^1].Group[0].Value);
        Assert.Equal(tree.Number("SELECT count(*) FROM deadline"), measures.Sum(measure => measure.Count));
    }

    [Fact]
    public void Nothing_is_one_group_of_nothing()
    {
        var nothing = Assert.Single(new EventMeasurement([], null, 10).Result());

        Assert.Equal(0, nothing.Count);
        Assert.Null(nothing.First);
        Assert.Null(nothing.LastUtc);
        Assert.Empty(new EventMeasurement([EventProperty.Named("EventName")!], null, 10).Result());
    }

    /// <summary>A name that is made to look like two values must not fall into another's group.</summary>
    [Fact]
    public void Values_that_run_into_each_other_stay_apart()
    {
        var measurement = new EventMeasurement([EventProperty.Named("EventName")!, EventProperty.Named("UserAgent")!], null, 10);
        foreach (var (name, agent) in new[] { ("a|1:b", "c"), ("a", "b|1:c"), ("a|", "1:bc") })
        {
            var record = ScenarioRecord.Complete(new() { ["eventID"] = "a1", ["eventTime"] = "2026-03-02T10:00:00Z", ["eventName"] = name, ["userAgent"] = agent }, "");
            measurement.Add(SingleRecord.Parse(record.ToJsonString(), null, 0, false, false)!);
        }

        Assert.Equal(3, measurement.Result().Count);
    }

    private IReadOnlyList<TrailMeasure> Measure(string[] properties, TimeIntervals? intervals, int maxGroups = 10_000)
    {
        var measurement = new EventMeasurement([.. properties.Select(name => EventProperty.Named(name)!)], intervals, maxGroups);
        foreach (var trailEvent in new FileTrailSource([tree.Folder]).Read(new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }, new RecordingObserver(), default))
        {
            measurement.Add(trailEvent);
        }

        return measurement.Result();
    }
}
