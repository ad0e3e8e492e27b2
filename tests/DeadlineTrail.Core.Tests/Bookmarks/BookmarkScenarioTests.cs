using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using Xunit;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>The runs of a bookmark against what was written down by hand.</summary>
public sealed class BookmarkScenarioTests : IDisposable
{
    private static readonly BucketScope Scope = new() { BucketName = "studio-logs" };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. BookmarkScenario.Names()];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_are_at_least_twelve() => Assert.True(Names.Count >= 12);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_run_returns_what_was_written_down(string name)
    {
        var scenario = BookmarkScenario.Named(name);
        var store = new MemoryLogStore();
        var history = new KeptHistory { PageSize = scenario.PageSize };
        Assert.NotEmpty(scenario.RestsOn);
        foreach (var run in scenario.Runs)
        {
            Prepare(run, store, history);
            var observer = new RecordingObserver();
            if (run.Error is { } error)
            {
                Assert.Equal(error, Assert.Throws<BookmarkException>(() => Read(scenario, run, store, history, observer)).Problem.ToString());
                continue;
            }

            var given = Read(scenario, run, store, history, observer);

            Assert.Equal(run.Expect.Select(id => ScenarioRecord.InFull(id == "-" ? null : id)), given);
            Assert.Equal(run.Problems, observer.Problems.Count);
        }
    }

    private static void Prepare(ScenarioRun run, MemoryLogStore store, KeptHistory history)
    {
        foreach (var file in run.Delivered ?? [])
        {
            store.Put(file);
        }

        foreach (var recorded in run.Recorded ?? [])
        {
            history.Add(recorded);
        }

        store.Denies = key => (run.Denied ?? []).Any(part => key.Contains(part, StringComparison.Ordinal));
        store.DeniesListing = prefix => (run.Unlisted ?? []).Any(region => prefix.Contains("/" + region + "/", StringComparison.Ordinal));
        history.UtcNow = run.Now.UtcDateTime;
        history.ServerNow = (run.ServerNow ?? run.Now).UtcDateTime;
        history.Fail((run.Failing ?? []).Select(static each => each.Split(" after ") is [var region, var pages] ? (region, int.Parse(pages, CultureInfo.InvariantCulture)) : (each, 0)));
    }

    private List<string?> Read(BookmarkScenario scenario, ScenarioRun run, MemoryLogStore store, KeptHistory history, RecordingObserver observer)
    {
        var query = RunQuery.Of((run.Start ?? scenario.Start)?.UtcDateTime, run.Oldest);
        string[] regions = ["us-west-2", "eu-west-1"];
        var file = new BookmarkFile(_folder.File("studio.bookmark"));
        var identity = scenario.IsHistory ? BookmarkSource.OfHistory("111122223333", regions) : BookmarkSource.Of(Scope);
        var given = new List<string?>();
        using (var held = file.Lock())
        {
            var bookmark = BookmarkRun.Begin(file, held, identity, query, run.Now.UtcDateTime, scenario.IsHistory ? regions : null);
            ITrailSource source = scenario.IsHistory
                ? new EventHistorySource(history, "111122223333", [.. regions.Select(region => new HistoryRegion(region, IsNamed: true))])
                {
                    Clock = history,
                    Quota = new RequestQuota(history, TimeSpan.Zero),
                    Memory = bookmark.History,
                }
                : new BucketTrailSource(store, Scope) { ThrottleLimit = 2, Today = run.Now.UtcDateTime.Date, Memory = bookmark.Bucket };
            given.AddRange(bookmark.Read(source, observer, CancellationToken.None).Select(e => e.EventId).Take(run.StopsAfter ?? int.MaxValue));
            bookmark.Commit(run.Defer);
        }

        if (run.Complete)
        {
            file.Complete();
        }

        return given;
    }
}
