using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.History;
using Xunit;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>Histories against the scenarios written by hand.</summary>
public class HistoryScenarioTests
{
    public static TheoryData<string> Names => [.. HistoryScenario.Names()];

    [Fact]
    public void There_are_at_least_twelve() => Assert.True(HistoryScenario.Names().Count() >= 12);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_says_what_it_is_about_and_what_it_rests_on(string name)
    {
        var scenario = HistoryScenario.Named(name);
        Assert.EndsWith(".", scenario.About, StringComparison.Ordinal);
        Assert.NotEmpty(scenario.RestsOn);
        Assert.All(scenario.Expect.Entries, entry => Assert.Contains(scenario.Records, record => (string?)record["eventID"] == entry.Event));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_comes_out_as_written(string name)
    {
        var scenario = HistoryScenario.Named(name);

        Hold(scenario, Ask(scenario, scenario.Events().ToList()));
    }

    /// <summary>In whatever order records are delivered, and however often.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Delivery_does_not_matter(string name)
    {
        var scenario = HistoryScenario.Named(name);
        var random = new Random(name.Length);
        for (var time = 0; time < 5; time++)
        {
            var events = scenario.Events().Concat(scenario.Events().Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();

            Hold(scenario, Ask(scenario, events));
        }
    }

    private static HistoryAnswer Ask(HistoryScenario scenario, List<TrailEvent> events)
    {
        var history = new ResourceHistory(new EventListSource(events), new RecordingObserver(), CancellationToken.None);
        var answer = history.Of(scenario.Ask.Resources, new HistoryOptions
        {
            IncludeChildren = scenario.Ask.IncludeChildren,
            EndTicks = scenario.Ask.End?.UtcTicks ?? long.MaxValue,
            Types = scenario.Ask.Types ?? [],
        });
        return answer with { Entries = [.. answer.Entries.Where(entry => scenario.Ask.Start is not { } start || entry.Event.Ticks >= start.UtcTicks)] };
    }

    private static void Hold(HistoryScenario scenario, HistoryAnswer answer)
    {
        Assert.Equal(
            scenario.Expect.Entries.Select(entry => $"{ScenarioRecord.InFull(entry.Event)} {entry.On} \"{entry.Called}\" {entry.Succeeded}"),
            answer.Entries.Select(entry => $"{entry.EventId} {entry.ResourceType}{(entry.ResourceId is null ? "" : " " + entry.ResourceId)} \"{entry.ResourceName}\" {entry.Succeeded}"));
        foreach (var (expected, entry) in scenario.Expect.Entries.Zip(answer.Entries))
        {
            Assert.Equal(expected.Changes.Select(Text).Order(StringComparer.Ordinal), entry.Changes.Select(Text).Order(StringComparer.Ordinal));
            Assert.All(expected.Says ?? [], words => Assert.Contains(words, entry.Operation, StringComparison.Ordinal));
            Assert.Equal(expected.Cause is null, entry.Cause is null);
            Assert.Contains(expected.Cause ?? "", entry.Cause ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(scenario.Expect.Problem, answer.Problems.SingleOrDefault()?.Id);
        Assert.All(scenario.Expect.Naming ?? [], named => Assert.Contains(named, answer.Problems[0].Message, StringComparison.Ordinal));
    }

    private static string Text(ExpectedChange change) =>
        $"{change.Name}: {change.OldState} {change.Old?.ToJsonString() ?? "null"} -> {change.NewState} {change.New?.ToJsonString() ?? "null"}";

    private static string Text(PropertyChange change) =>
        $"{change.Name}: {change.OldValueState} {Json(change.OldValue)} -> {change.NewValueState} {Json(change.NewValue)}";

    private static string Json(object? value) => value switch
    {
        null => "null",
        RecordObject record => JsonNode.Parse(record.ToString())!.ToJsonString(),
        string text => JsonValue.Create(text).ToJsonString(),
        bool flag => flag ? "true" : "false",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };
}
