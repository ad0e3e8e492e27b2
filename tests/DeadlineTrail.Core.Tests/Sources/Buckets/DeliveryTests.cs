using System;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Bookmarks;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Buckets;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources.Buckets;

/// <summary>What is told of logs that were delivered late, and of those that may not be read.</summary>
public sealed class DeliveryTests
{
    private readonly MemoryLogStore _store = new();
    private readonly RecordingObserver _observer = new();

    [Theory]
    [InlineData("20260303T0300Z", "2026-03-02T01:00:00Z", 3, "LateDelivery")]
    [InlineData("20260303T0030Z", "2026-03-02T23:50:00Z", 3, "")]
    [InlineData("20260303T0300Z", "2026-03-02T01:00:00Z", 2, "")]
    public void A_late_record_in_the_last_day_that_is_read_calls_for_more_slack(string stamp, string time, int today, string warning)
    {
        _store.Put(new DeliveredFile($"us-west-2 {stamp} aaaa", [$"1 {time}"]));

        Assert.Single(Read(today));

        Assert.Equal(warning, string.Join(' ', _observer.Warnings.Select(each => each.Id)));
    }

    [Fact]
    public void Denials_of_one_cause_are_one_problem_with_a_name_and_one_with_a_count()
    {
        foreach (var unique in new[] { "aaaa", "bbbb", "cccc", "dddd" })
        {
            _store.Put(new DeliveredFile($"us-west-2 20260302T0105Z {unique}", [$"{unique} 2026-03-02T01:00:00Z"]));
        }

        _store.Denies = key => !key.Contains("cccc", StringComparison.Ordinal);

        Assert.Single(Read(3));

        Assert.Equal(2, _observer.Problems.Count);
        Assert.All(_observer.Problems, problem => Assert.Equal(ProblemKind.AccessDenied, problem.Kind));
        Assert.StartsWith("2 more objects", _observer.Problems[1].Message, StringComparison.Ordinal);
    }

    private TrailEvent[] Read(int today) =>
        new BucketTrailSource(_store, new BucketScope { BucketName = "studio-logs" }) { ThrottleLimit = 2, Today = new DateTime(2026, 3, today == 2 ? 2 : 20) }
            .Read(new TrailQuery { StartTicks = new DateTime(2026, 3, 2).Ticks, EndTicks = new DateTime(2026, 3, 2, 23, 59, 59).Ticks }, _observer, CancellationToken.None)
            .ToArray();
}
