using System;
using DeadlineTrail.Core.Tests.Ordering;
using DeadlineTrail.Measuring;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Measuring;

/// <summary>By itself: what other tests hold at the same time would be counted too.</summary>
[Collection(Alone)]
public class MeasurementMemoryTests
{
    /// <summary>The name of the collection that nothing runs beside.</summary>
    public const string Alone = "measures the memory of the process";

    /// <summary>A hundred thousand events, each from another address: what is kept of them is less than a byte each.</summary>
    [Fact]
    public void What_is_kept_does_not_grow_with_the_events()
    {
        var record = ScenarioRecord.Complete(new() { ["eventID"] = "a1", ["eventTime"] = "2026-03-02T10:00:00Z", ["sourceIPAddress"] = "ADDRESS" }, "").ToJsonString();
        var measurement = new EventMeasurement([EventProperty.Named("EventName")!], new TimeIntervals(TimeSpan.FromHours(1), TimeZoneInfo.Utc), 10);
        Add(0, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Add(1_000, 100_000);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 99_000);
        var measure = Assert.Single(measurement.Result());
        Assert.True(measure.AddressesEstimated);
        Assert.InRange(measure.Addresses, 93_000, 107_000);
        Assert.Equal((1L, false), (measure.Actors, measure.ActorsEstimated));

        void Add(int from, int to)
        {
            for (var at = from; at < to; at++)
            {
                measurement.Add(SingleRecord.Parse(record.Replace("ADDRESS", $"2001:db8::{at:x}", StringComparison.Ordinal), null, 0, false, false)!);
            }
        }
    }
}

/// <summary>Nothing runs beside it.</summary>
[CollectionDefinition(MeasurementMemoryTests.Alone, DisableParallelization = true)]
public sealed class MemoryAlone;
