using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>The middle of several numbers: one run that was disturbed does not move it.</summary>
internal static class Median
{
    internal static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
