using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>
/// Logs are delivered bit by bit, some twice and some denied for a while: what the runs that counted gave, together, is what
/// one run without a bookmark gives at the end.
/// </summary>
public sealed class ManyDeliveriesTests : AgainstLoopback
{
    private const string Read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -BucketRegion eu-central-1 -ThrottleLimit 4 -StartTime 2026-03-02T00:00:00Z";
    private static readonly string[] s_regions = ["us-west-2", "eu-west-1"];

    private LoopbackBucket _logs = null!;

    private protected override void Prepare()
    {
        _logs = Aws.AddBucket("studio-logs", "eu-central-1");
        Module.Set("mark", Folder["studio.bookmark"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_sum_of_the_runs_is_one_run(int seed)
    {
        var random = new Random(seed);
        var waiting = new Queue<(string Key, int[] Minutes)>(Deliveries(random).OrderBy(_ => random.Next()));
        var given = new List<int>();
        for (var run = 1; waiting.Count > 0 || run <= 2; run++)
        {
            Deliver(waiting, random.Next(1, 6));
            Deny(random.Next(3) == 0 ? random.Next() : null);
            given.AddRange(Run((Way)random.Next(4)));
        }

        Deny(null);
        given.AddRange(Run(Way.Whole));

        var once = Module.Run(Read).WithoutErrors().Minutes();
        Assert.Equal(Enumerable.Range(1, 30).Reverse(), once);
        Assert.Equal(once.Order(), given.Order());
    }

    private enum Way
    {
        Whole,
        InPortions,
        Deferred,
        CutShort,
    }

    /// <summary>What a run gave, if it counts.</summary>
    private IEnumerable<int> Run(Way way)
    {
        var run = Module.Run(Read + " -BookmarkPath $mark" + way switch
        {
            Way.InPortions => " -Oldest -MaxEvents 3",
            Way.Deferred => " -DeferBookmark; Complete-DeadlineTrailBookmark $mark",
            Way.CutShort => " | Select-First",
            _ => string.Empty,
        });
        Assert.All(run.Errors, error => Assert.StartsWith("LogAccessDenied,", error.FullyQualifiedErrorId, StringComparison.Ordinal));

        // One who takes the first of one event has taken all there was, but nobody knows.
        return way == Way.CutShort ? [] : run.Minutes();
    }

    /// <summary>Every event in a log, and every fourth in another one as well; no more than three in each.</summary>
    private static IEnumerable<(string Key, int[] Minutes)> Deliveries(Random random)
    {
        var events = Enumerable.Range(1, 30).Concat(Enumerable.Range(1, 30).Where(static minute => minute % 4 == 0)).OrderBy(_ => random.Next());
        return events.Chunk(3).Select((minutes, number) =>
        {
            var region = s_regions[random.Next(s_regions.Length)];
            var stamp = HandWritten.Utc(minutes.Max() + random.Next(5)).ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
            return ($"AWSLogs/111122223333/CloudTrail/{region}/2026/03/02/111122223333_CloudTrail_{region}_{stamp}_{number:x16}.json.gz", minutes.Distinct().ToArray());
        });
    }

    private void Deliver(Queue<(string Key, int[] Minutes)> waiting, int count)
    {
        for (; count > 0 && waiting.TryDequeue(out var log); count--)
        {
            _logs.Deliver(log.Key, log.Minutes);
        }
    }

    /// <summary>Denies a third of the objects, or none.</summary>
    private void Deny(int? salt)
    {
        Aws.Faults.Clear();
        if (salt is { } seed)
        {
            Aws.Faults.When("GetObject", call => new Random(seed ^ call.Key![^9]).Next(3) == 0, Fault.Denied);
        }
    }
}
