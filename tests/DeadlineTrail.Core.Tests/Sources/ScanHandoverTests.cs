using System;
using System.Threading;
using DeadlineTrail.Sources;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources;

/// <summary>What reading threads found is taken once.</summary>
public sealed class ScanHandoverTests
{
    [Fact]
    public void What_comes_after_nothing_was_taken_is_taken_the_next_time_only()
    {
        using var handover = new ScanHandover(CancellationToken.None);
        var nothing = handover.TakeAll(TimeSpan.Zero);
        var batch = new ScanBatch(null!, [], null);

        handover.Add(batch);

        Assert.Empty(nothing);
        Assert.Same(batch, Assert.Single(handover.TakeAll(TimeSpan.Zero)));
        Assert.Empty(handover.TakeAll(TimeSpan.Zero));
    }

    [Fact]
    public void What_was_taken_stays_as_it_was()
    {
        using var handover = new ScanHandover(CancellationToken.None);
        handover.Add(new ScanBatch(null!, [], null));
        var taken = handover.TakeAll(TimeSpan.Zero);

        handover.Add(new ScanBatch(null!, [], null));

        Assert.Single(taken);
    }
}
