using System;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>How large the files of a corpus are, before compression.</summary>
internal enum FileSizes
{
    /// <summary>
    /// As in a genuine trail of 3,871 files: half below 7 KB, the largest 1 MB. A logarithmic normal distribution with
    /// that median and that largest of so many; its mean is near 19 KB.
    /// </summary>
    Genuine,

    /// <summary>As a busy account's: 0.3 to 2.3 MB.</summary>
    Large,

    /// <summary>All of it in one file.</summary>
    Single,
}

/// <summary>Draws sizes of files.</summary>
internal static class FileSizeChance
{
    private const double Median = 7_000;
    private const double Spread = 1.42;
    private const int Least = 1_000;
    private const int Most = 1_000_000;

    /// <summary>Draws the size of the next file.</summary>
    /// <param name="sizes">How large files are.</param>
    /// <param name="left">What is left of the corpus.</param>
    /// <param name="random">Chance.</param>
    internal static long Next(this FileSizes sizes, long left, Random random) => sizes switch
    {
        FileSizes.Genuine => (long)Math.Clamp(Median * Math.Exp(Spread * Normal(random)), Least, Most),
        FileSizes.Large => random.Next(300_000, 2_300_000),
        _ => left,
    };

    // Box and Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
