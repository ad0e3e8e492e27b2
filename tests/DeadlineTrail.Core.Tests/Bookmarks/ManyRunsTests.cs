using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Core.Tests.Sources;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.Buckets;
using Xunit;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>
/// However logs are delivered, denied, broken, damaged, repaired and delivered twice, and whatever ends a run early: what the
/// runs that counted gave, together, is what happened since the start, each event once.
/// </summary>
public sealed class ManyRunsTests : IDisposable
{
    private static readonly DateTime Begin = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly BucketScope Scope = new() { BucketName = "studio-logs" };
    private static readonly string[] Regions = ["us-west-2", "eu-west-1", "ap-south-1"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_sum_of_the_runs_is_one_run(int seed)
    {
        var random = new Random(seed);
        var start = Begin.AddHours(12);
        var events = Enumerable.Range(1, 150).Select(number => (Id: number, Time: Begin.AddMinutes(random.Next(5 * 24 * 60)), Region: Regions[random.Next(3)])).ToList();
        var files = Deliveries(random, events);
        var store = new MemoryLogStore();
        var given = new List<string>();
        var now = start;
        var read = new BookmarkFile(_folder.File("studio.bookmark"));
        for (var run = 0; run < 60; run++)
        {
            now = now.AddHours(random.Next(1, 10));
            var isCalm = run > 40;
            Deliver(random, store, files, now, isCalm);
            store.Denies = isCalm ? _ => false : Some(random, 0.15);
            store.Breaks = isCalm ? _ => false : Some(random, 0.1);
            store.DeniesListing = isCalm ? _ => false : prefix => prefix.Contains(Regions[seed % 3], StringComparison.Ordinal) && prefix.EndsWith('/') && prefix.Split('/').Length > 5 && run % 5 == 0;
            long? oldest = random.Next(3) == 0 ? random.Next(1, 20) : null;
            var stopsAfter = !isCalm && random.Next(6) == 0 ? random.Next(3) : int.MaxValue;
            var defers = random.Next(3) == 0;
            var completes = isCalm || random.Next(2) == 0;

            var (ids, counts) = Run(read, store, start, now, oldest, stopsAfter, defers);
            if (defers && counts && completes)
            {
                read.Complete();
            }

            if (counts && (!defers || completes))
            {
                given.AddRange(ids);
            }
        }

        Assert.True(files.TrueForAll(file => file.IsWhole), "Not everything was delivered.");
        Assert.Equal(
            events.Where(each => each.Time >= start).Select(each => InFull(each.Id)).Order(StringComparer.Ordinal),
            given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_days_of_the_overlap_are_listed_and_only_new_objects_are_read()
    {
        var store = new MemoryLogStore();
        var read = new BookmarkFile(_folder.File("studio.bookmark"));
        for (var day = 1; day <= 20; day++)
        {
            store.Put(Log("us-west-2", Begin.AddDays(day), "aaaa", $"{day} {Text(Begin.AddDays(day))}"));
        }

        // Nothing happened here since the first day.
        store.Put(Log("eu-west-1", Begin.AddDays(1), "bbbb", $"50 {Text(Begin.AddDays(1))}"));
        var now = Begin.AddDays(20).AddHours(1);
        Assert.Equal(21, Run(read, store, Begin, now, null, int.MaxValue, false).Ids.Count);
        store.Forget();
        var late = Log("us-west-2", Begin.AddDays(19), "cccc", $"30 {Text(Begin.AddDays(19))}");
        store.Put(late);

        Assert.Equal([InFull(30)], Run(read, store, Begin, now, null, int.MaxValue, false).Ids);

        Assert.Equal([late.Key], store.Opened);
        Assert.Equal(2 * 4, store.Listed.Count);
        Assert.Contains("AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/23/", store.Listed);
        Assert.DoesNotContain(store.Listed, prefix => prefix.EndsWith("/19/", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_a_bookmark_holds_is_an_error_and_nothing_counts()
    {
        var store = new MemoryLogStore();
        var read = new BookmarkFile(_folder.File("studio.bookmark"));
        store.Put(Log("us-west-2", Begin.AddHours(2), "aaaa", "1 2026-03-02T01:00:00Z", "2 2026-03-02T01:00:01Z", "3 2026-03-02T01:00:02Z"));
        using (var held = read.Lock())
        {
            var run = BookmarkRun.Begin(read, held, BookmarkSource.Of(Scope), new TrailQuery { StartTicks = Begin.Ticks }, Begin.AddHours(3));
            run.Most = 2;
            var full = Assert.Throws<BookmarkException>(() => run.Read(Source(store, run, Begin), new RecordingObserver(), CancellationToken.None).Count());
            run.Commit(isDeferred: false);
            Assert.Equal(BookmarkProblem.Full, full.Problem);
        }

        Assert.Null(read.Read());
    }

    private static Func<string, bool> Some(Random random, double share)
    {
        // The same answer for a key during one run.
        var salt = random.Next();
        return key => Math.Abs((key + salt).Aggregate(17, static (hash, letter) => unchecked((31 * hash) + letter)) % 1000) < 1000 * share;
    }

    private static (List<string> Ids, bool Counts) Run(BookmarkFile read, MemoryLogStore store, DateTime start, DateTime now, long? oldest, int stopsAfter, bool defers)
    {
        using var held = read.Lock();
        var run = BookmarkRun.Begin(read, held, BookmarkSource.Of(Scope), RunQuery.Of(start, oldest), now);
        var ids = new List<string>();
        foreach (var found in run.Read(Source(store, run, now), new RecordingObserver(), CancellationToken.None))
        {
            ids.Add(found.EventId!);
            if (ids.Count > stopsAfter)
            {
                break;
            }
        }

        run.Commit(defers);
        return (ids, ids.Count <= stopsAfter);
    }

    private static BucketTrailSource Source(MemoryLogStore store, BookmarkRun run, DateTime now) => new(store, Scope) { ThrottleLimit = 3, Today = now.Date, Memory = run.Bucket };

    /// <summary>Files of a few events each; some late, some events in two of them.</summary>
    private static List<Delivery> Deliveries(Random random, List<(int Id, DateTime Time, string Region)> events)
    {
        var files = new List<Delivery>();
        foreach (var (id, time, region) in events)
        {
            var delivered = time.AddMinutes(random.Next(10) == 0 ? random.Next(30 * 60) : random.Next(1, 15));
            files.Add(new Delivery(region, delivered, delivered.AddMinutes(random.Next(random.Next(4) == 0 ? 600 : 5)), id, time, region));
            if (random.Next(5) == 0)
            {
                var again = delivered.AddMinutes(random.Next(20 * 60));
                files.Add(new Delivery(Regions[random.Next(3)], again, again.AddMinutes(random.Next(60)), id, time, region));
            }
        }

        return files;
    }

    private static void Deliver(Random random, MemoryLogStore store, List<Delivery> files, DateTime now, bool isCalm)
    {
        foreach (var file in files.Where(file => !file.IsWhole && file.Appears <= now))
        {
            // A damaged file is put right some time later, under its own name.
            var isDamaged = !isCalm && random.Next(8) == 0;
            store.Put(Log(file.Region, file.Stamp, file.Unique, $"{file.Id} {Text(file.Time)} region={file.Home}") with { Damaged = isDamaged });
            file.IsWhole = !isDamaged;
        }
    }

    private static DeliveredFile Log(string region, DateTime stamp, string unique, params string[] records) =>
        new($"{region} {stamp.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)} {unique}", records);

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string InFull(int id) => ScenarioRecord.InFull(id.ToString(CultureInfo.InvariantCulture))!;

    private sealed record Delivery(string Region, DateTime Stamp, DateTime Appears, int Id, DateTime Time, string Home)
    {
        internal bool IsWhole { get; set; }

        internal string Unique => $"{Id:x4}{Appears.Ticks:x}";
    }
}
