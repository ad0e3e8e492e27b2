using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.History;
using DeadlineTrail.Parsing;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using Xunit;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>
/// Histories of what a hostile caller can have recorded. The sizes are such that whatever compares each with each would
/// not be done within the hour.
/// </summary>
public class LargeHistoryTests
{
    private const string Fleet = "fleet-00000000000000000000000000000001";

    [Fact]
    public void A_request_with_very_many_tags_that_was_sent_again_is_one_change()
    {
        var tags = Enumerable.Range(0, 300_000).Select(static at => at.ToString(CultureInfo.InvariantCulture)).ToList();

        var answer = Ask([Tagged("a1", tags), Tagged("a2", Enumerable.Reverse(tags))]);

        Assert.Equal([300_000, 0], answer.Entries.Select(entry => entry.Changes.Count));
        Assert.Contains("again", answer.Entries[1].Operation, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_equal_updates_of_one_second_leave_what_they_all_set()
    {
        var updates = Enumerable.Range(1, 100_000).Select(static at => Updated("2026-03-02T10:00:00Z", at, 20)).ToList();

        var answer = Ask([.. updates, Updated("2026-03-02T10:00:01Z", 0, 30)]);

        Assert.Equal(100_001, answer.Entries.Count);
        Assert.Equal("maxWorkerCount: 20 -> 30", answer.Entries[^1].Changes.Single().ToString());
    }

    [Fact]
    public void It_can_be_stopped_when_everything_has_been_read()
    {
        using var stopping = new CancellationTokenSource();
        var source = new StoppedAtTheEnd([Updated("2026-03-02T10:00:00Z", 1, 20)], stopping);

        Assert.Throws<OperationCanceledException>(() => new ResourceHistory(source, new RecordingObserver(), stopping.Token).Of([Fleet], new HistoryOptions()));
    }

    private static HistoryAnswer Ask(IReadOnlyList<TrailEvent> events) =>
        new ResourceHistory(new EventListSource(events), new RecordingObserver(), CancellationToken.None).Of([Fleet], new HistoryOptions());

    private static TrailEvent Tagged(string id, IEnumerable<string> tags) => Event(new()
    {
        ["eventID"] = id,
        ["eventTime"] = "2026-03-02T10:00:0" + id[1] + "Z",
        ["eventName"] = "TagResource",
        ["requestParameters"] = new JsonObject
        {
            ["X-Amz-Client-Token"] = "t-1",
            ["resourceArn"] = "arn:aws:deadline:us-west-2:111122223333:farm/farm-00000000000000000000000000000001/fleet/" + Fleet,
            ["tags"] = new JsonObject(tags.Select(static tag => KeyValuePair.Create(tag, (JsonNode?)"x"))),
        },
    });

    private static TrailEvent Updated(string time, int at, int maxWorkerCount) => Event(new()
    {
        ["eventID"] = at.ToString("x", CultureInfo.InvariantCulture),
        ["eventTime"] = time,
        ["eventName"] = "UpdateFleet",
        ["requestParameters"] = new JsonObject { ["fleetId"] = Fleet, ["maxWorkerCount"] = maxWorkerCount },
    });

    private static TrailEvent Event(JsonObject record) => SingleRecord.Parse(ScenarioRecord.Complete(record, "").ToJsonString(), "by hand", 1, false, false)!;

    /// <summary>A source that somebody loses patience with at the moment it has given all it has.</summary>
    private sealed class StoppedAtTheEnd(IReadOnlyList<TrailEvent> events, CancellationTokenSource stopping) : ITrailSource
    {
        public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
        {
            foreach (var each in events)
            {
                yield return each;
            }

            stopping.Cancel();
        }
    }
}
