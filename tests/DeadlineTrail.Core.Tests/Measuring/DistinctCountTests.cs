using System;
using DeadlineTrail.Measuring;
using Xunit;

namespace DeadlineTrail.Core.Tests.Measuring;

public class DistinctCountTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    public void Up_to_the_limit_the_number_is_exact(int different)
    {
        var count = Count(different);

        Assert.False(count.IsEstimate);
        Assert.Equal(different, count.Value);
    }

    /// <summary>Within four standard errors: with these texts that is so or not, whoever runs it.</summary>
    [Theory]
    [InlineData(257)]
    [InlineData(1_000)]
    [InlineData(4_000)]
    [InlineData(12_000)]
    [InlineData(30_000)]
    [InlineData(500_000)]
    public void Beyond_it_the_number_is_an_estimate_as_near_as_is_stated(int different)
    {
        var count = Count(different);

        Assert.True(count.IsEstimate);
        Assert.InRange(Math.Abs(count.Value - different) / (double)different, 0, 4 * HyperLogLog.StandardError);
    }

    [Fact]
    public void The_stated_error_is_that_of_the_documentation() => Assert.Equal(0.016, HyperLogLog.StandardError, 3);

    private static DistinctCount Count(int different)
    {
        var count = new DistinctCount();
        for (var time = 0; time < 2; time++)
        {
            for (var at = 0; at < different; at++)
            {
                count.Add($"198.51.{at / 256}.{at % 256}");
            }
        }

        return count;
    }
}
