using System;

namespace DeadlineTrail.Measuring;

/// <summary>
/// Estimates how many different texts were added, in 4,096 bytes whatever their number: HyperLogLog (Flajolet, Fusy,
/// Gandouet, Meunier, 2007) with the estimator of Otmar Ertl, "New cardinality estimation algorithms for HyperLogLog
/// sketches", 2017, algorithm 6, https://arxiv.org/abs/1702.01284, which needs no corrections at either end.
/// </summary>
internal sealed class HyperLogLog
{
    private const int Precision = 12;
    private const int Registers = 1 << Precision;
    private const int LongestRun = 64 - Precision;

    private readonly byte[] _registers = new byte[Registers];

    /// <summary>Gets the standard error, as a share: 1.04 / sqrt(4096).</summary>
    internal static double StandardError => 1.04 / Math.Sqrt(Registers);

    /// <summary>Adds a text.</summary>
    internal void Add(string text)
    {
        var hash = TextHash.Of(text);
        var register = (int)(hash >> LongestRun);
        var rest = hash << Precision;
        var run = 1;
        while (run <= LongestRun && (rest & (1UL << 63)) == 0)
        {
            rest <<= 1;
            run++;
        }

        if (run > _registers[register])
        {
            _registers[register] = (byte)run;
        }
    }

    /// <summary>Estimates the number.</summary>
    internal long Estimate()
    {
        var counts = new int[LongestRun + 2];
        foreach (var register in _registers)
        {
            counts[register]++;
        }

        var z = Registers * Tau(1 - ((double)counts[LongestRun + 1] / Registers));
        for (var k = LongestRun; k >= 1; k--)
        {
            z = 0.5 * (z + counts[k]);
        }

        z += Registers * Sigma((double)counts[0] / Registers);
        return (long)Math.Round(Registers / (2 * Math.Log(2)) * Registers / z);
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
        {
            return double.PositiveInfinity;
        }

        double before, y = 1, z = x;
        do
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }
        while (z > before);
        return z;
    }

    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1)
        {
            return 0;
        }

        double before, y = 1, z = 1 - x;
        do
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }
        while (z < before);
        return z / 3;
    }
}
