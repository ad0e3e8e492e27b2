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

/// <summary>
/// Histories against the generator's ledger: against what its new values leave when they are followed through the records
/// (<see cref="LedgerTruth"/>), against the old values it took from the farm itself, and against themselves.
/// </summary>
public class LedgerHistoryTests
{
    [Theory]
    [InlineData(1UL, true)]
    [InlineData(2UL, false)]
    [InlineData(3UL, true)]
    [InlineData(4UL, false)]
    public void Every_change_of_a_studio_is_told_with_what_the_records_show_of_it(ulong seed, bool everyOperation)
    {
        var trail = Studio(seed, everyOperation);
        var truth = new LedgerTruth(trail.Ledger);

        var told = new HistoryFold(CancellationToken.None).Fold(Events(trail)).SelectMany(folded => folded.Changes.Select(change => LedgerTruth.Line(
            folded.Call.EventId, folded.Call.Id, change.Name, change.OldValueState, Json(change.OldValue), change.NewValueState, Json(change.NewValue)))).ToHashSet();

        Assert.Equal([], truth.Expected.Except(told).Take(5));
        Assert.Equal([], told.Except(truth.Expected).Take(5));
        Assert.True(truth.Known > 20, $"Only {truth.Known} old values are known.");
    }

    /// <summary>The ledger took them from the farm at the moment of the call. It follows no records, so no rule of following
    /// them is shared.</summary>
    [Theory]
    [InlineData(1UL, true)]
    [InlineData(2UL, false)]
    [InlineData(3UL, true)]
    [InlineData(4UL, false)]
    public void An_old_value_that_is_known_is_the_one_the_farm_had(ulong seed, bool everyOperation)
    {
        var trail = Studio(seed, everyOperation);
        var ledger = trail.Ledger.Changes.Where(change => change.What == "Updated").ToLookup(change => (change.EventId, change.ResourceId));
        var compared = 0;

        var wrong = new List<string>();
        foreach (var folded in new HistoryFold(CancellationToken.None).Fold(Events(trail)))
        {
            foreach (var change in folded.Changes.Where(change => change.OldValueState == PropertyChange.Known))
            {
                // Of a call that takes several tags away the first has all of them before it.
                var property = change.Name.Split('[')[0];
                if (ledger[(folded.Call.EventId!, folded.Call.Id!)].FirstOrDefault(updated => updated.Property == property) is not { } truth || !IsKept(truth))
                {
                    continue;
                }

                compared++;
                var before = truth.OldValue is null ? null : JsonNode.Parse(truth.OldValue);
                var expected = property == change.Name ? before : before?[change.Name[(property.Length + 1)..^1]];
                var told = Json(change.OldValue) is { } json ? JsonNode.Parse(json) : null;
                if (!JsonNode.DeepEquals(expected, told))
                {
                    wrong.Add($"{truth.Kind} {change}, and it was {truth.OldValue}");
                }
            }
        }

        Assert.Equal([], wrong.Take(5));
        Assert.True(compared > 20, $"Only {compared} old values are known to both.");
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

    /// <summary>The farm has no single tasks, and a job's name under the name it was submitted with.</summary>
    private static bool IsKept(ResourceChange change) =>
        change.OldValue is not null || (change.Kind, change.Property) is not (("Task", _) or ("Job", "name" or "description"));

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
