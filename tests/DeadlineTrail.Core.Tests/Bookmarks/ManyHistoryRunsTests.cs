using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>
/// However late events appear in Event history, whichever Regions fail and for however long, and whatever becomes of a run:
/// what the runs that counted gave, together, is what happened since the start, each event once.
/// </summary>
public sealed class ManyHistoryRunsTests : IDisposable
{
    private static readonly DateTime FirstDay = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Regions = ["us-west-2", "eu-west-1", "ap-south-1"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    private BookmarkFile Mark => new(_folder.File("studio.bookmark"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_sum_of_the_runs_is_one_run(int seed)
    {
        var random = new Random(seed);
        var start = FirstDay.AddHours(12);
        var events = Enumerable.Range(1, 80).Select(number =>
        {
            var time = FirstDay.AddMinutes(random.Next(8 * 24 * 60));
            return (Id: number, Time: time, Appears: time.AddMinutes(random.Next(5) == 0 ? random.Next(23 * 60) : random.Next(15)), Region: Regions[random.Next(3)]);
        }).ToList();
        var history = new KeptHistory { PageSize = 3 };
        var unseen = events.ToList();
        var given = new List<string>();
        var now = start;
        for (var run = 0; run < 30; run++)
        {
            now = now.AddHours(random.Next(1, 16));
            foreach (var each in unseen.Where(each => each.Appears <= now || run == 29).ToList())
            {
                history.Add($"{each.Region} {Text(each.Id)} {each.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
                unseen.Remove(each);
            }

            // One Region cannot be read for days from the start on; others fail now and then, at once or some pages on.
            history.Fail(Regions.Where((_, index) => run < 25 && (index == seed % 3 ? run < 15 : random.Next(3) == 0)).Select(region => (region, region == Regions[seed % 3] ? 0 : random.Next(4))));
            long? oldest = random.Next(4) == 0 ? random.Next(1, 10) : null;
            var defers = random.Next(3) == 0;
            var completes = run >= 25 || random.Next(2) == 0;

            var ids = Run(history, start, now, oldest, defers, isNamed: true);
            if (defers && completes)
            {
                Mark.Complete();
            }

            if (!defers || completes)
            {
                given.AddRange(ids);
            }
        }

        given.AddRange(Run(history, start, now, null, defers: false, isNamed: true));
        Assert.Equal(
            events.Where(each => each.Time >= start).Select(each => ScenarioRecord.InFull(Text(each.Id))).Order(StringComparer.Ordinal),
            given.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void What_was_given_is_remembered_as_long_as_a_named_Region_is_not_read_and_not_for_one_that_nobody_named(bool isNamed, int remembered)
    {
        var history = new KeptHistory();
        history.NotEnabled.Add("ap-south-1");
        history.Add("us-west-2 1 2026-03-02T10:00:00Z");
        Assert.Single(Run(history, FirstDay, FirstDay.AddHours(12), null, defers: false, isNamed));
        history.Add("eu-west-1 2 2026-03-12T10:00:00Z");
        Assert.Single(Run(history, FirstDay, FirstDay.AddDays(10).AddHours(12), null, defers: false, isNamed));

        Assert.Equal(remembered, Mark.Read()!.Returned.Count);
    }

    [Fact]
    public void Credentials_that_no_Region_knows_move_nothing()
    {
        var history = new KeptHistory();
        history.NotEnabled.UnionWith(Regions);
        history.Add("us-west-2 1 2026-03-02T10:00:00Z");
        Assert.Empty(Run(history, FirstDay, FirstDay.AddDays(10), null, defers: false, isNamed: false));
        history.NotEnabled.Clear();

        Assert.Single(Run(history, FirstDay, FirstDay.AddDays(10).AddHours(1), null, defers: false, isNamed: false));
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private List<string> Run(KeptHistory history, DateTime start, DateTime now, long? oldest, bool defers, bool isNamed)
    {
        history.UtcNow = history.ServerNow = now;
        var mark = Mark;
        using var held = mark.Lock();
        var run = BookmarkRun.Begin(mark, held, BookmarkSource.OfHistory("111122223333", Regions), RunQuery.Of(start, oldest), now, Regions);
        var source = new EventHistorySource(history, "111122223333", [.. Regions.Select(region => new HistoryRegion(region, isNamed))])
        {
            Clock = history,
            Quota = new RequestQuota(history, TimeSpan.Zero),
            Memory = run.History,
        };
        List<string> ids = [.. run.Read(source, new RecordingObserver(), CancellationToken.None).Select(static found => found.EventId!)];
        run.Commit(defers);
        return ids;
    }
}
