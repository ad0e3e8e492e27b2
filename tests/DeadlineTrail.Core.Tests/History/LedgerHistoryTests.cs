using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.History;
using DeadlineTrail.Parsing;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>Histories against the generator's ledger of true old and new values, and against themselves.</summary>
public class LedgerHistoryTests
{
    [Theory]
    [InlineData(1UL, true)]
    [InlineData(2UL, false)]
    [InlineData(3UL, true)]
    [InlineData(4UL, false)]
    public void Every_change_of_a_studio_is_told_with_its_true_old_and_new_value(ulong seed, bool everyOperation)
    {
        var trail = Studio(seed, everyOperation);
        var truth = new LedgerTruth(trail.Ledger);

        var told = new HistoryFold(CancellationToken.None).Fold(Events(trail)).SelectMany(folded => folded.Changes.Select(change => LedgerTruth.Line(
            folded.Call.EventId, folded.Call.Id, change.Name, change.OldValueState, Json(change.OldValue), change.NewValueState, Json(change.NewValue)))).ToHashSet();

        Assert.Equal([], truth.Expected.Except(told).Take(5));
        Assert.Equal([], told.Except(truth.Expected).Take(5));
        Assert.True(truth.Known > 20, $"Only {truth.Known} old values are known.");
    }

    [Theory]
    [InlineData(5UL)]
    [InlineData(6UL)]
    public void Order_of_delivery_and_duplicates_do_not_matter(ulong seed)
    {
        var trail = Studio(seed, true);
        var events = Events(trail);
        var random = new Random((int)seed);
        var farm = trail.Ledger.Changes.First(change => change.Kind == "Farm").ResourceId;
        var told = Tell(events, farm);

        var again = Tell(events.Concat(events.Where(_ => random.Next(10) == 0)).OrderBy(_ => random.Next()).ToList(), farm);

        Assert.True(told.Count > 100);
        Assert.Equal(told, again);
    }

    [Fact]
    public void Every_resource_that_was_deleted_shows_the_name_it_had()
    {
        var trail = Studio(7, false);
        var events = Events(trail);
        var named = trail.Ledger.Changes.Where(change => change.Property == "displayName" || (change.What == "Created" && change.NewValue!.Contains("\"displayName\"", StringComparison.Ordinal))).ToLookup(change => change.ResourceId);
        var deleted = trail.Ledger.Changes.Where(change => change.What == "Deleted" && named[change.ResourceId].Any()).ToList();
        Assert.NotEmpty(deleted);

        Assert.All(deleted, gone =>
        {
            var last = named[gone.ResourceId].Last(change => change.EventTime <= gone.EventTime);
            var name = (string?)(last.What == "Created" ? JsonNode.Parse(last.NewValue!)!["displayName"] : JsonNode.Parse(last.NewValue!));

            var entry = Ask(events, gone.ResourceId).Entries.Single(entry => entry.EventId == gone.EventId);

            Assert.Equal(name, entry.ResourceName);
        });
    }

    private static StudioTrail Studio(ulong seed, bool everyOperation) => Testing.Studio.Create(new StudioOptions
    {
        Seed = seed,
        Days = 6,
        Artists = 4,
        Workers = 2,
        HeartbeatSeconds = 3600,
        NoiseRatio = 0.05,
        EveryOperation = everyOperation,
    });

    private static List<TrailEvent> Events(StudioTrail trail) =>
        trail.Records.Where(record => record.IsDeadline).Select(record => SingleRecord.Parse(record.Json, null, 0, false, false)!).ToList();

    private static HistoryAnswer Ask(List<TrailEvent> events, string resource) =>
        new ResourceHistory(new EventListSource(events), new RecordingObserver(), CancellationToken.None).Of([resource], new HistoryOptions { IncludeChildren = true });

    private static List<string> Tell(List<TrailEvent> events, string resource) =>
        Ask(events, resource).Entries.Select(entry => $"{entry.EventId} {entry.ResourceId} {entry.Operation} {string.Join("; ", entry.Changes)} {entry.Cause}").ToList();

    private static string? Json(object? value) => value switch
    {
        null => null,
        RecordObject record => JsonNode.Parse(record.ToString())!.ToJsonString(),
        string text => JsonValue.Create(text).ToJsonString(),
        bool flag => flag ? "true" : "false",
        IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(item => Json(item) ?? "null")) + "]",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };
}
