using System;
using System.Globalization;

namespace DeadlineTrail.Benchmarks;

/// <summary>Sizes as people write them: <c>50MB</c>, <c>2GB</c>, <c>0.5GB</c>, in powers of ten.</summary>
internal static class ByteSize
{
    private static readonly (string Unit, double Bytes)[] Units = [("GB", 1e9), ("MB", 1e6), ("KB", 1e3)];

    /// <summary>Reads a size.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static long Parse(string text)
    {
        foreach ((string unit, double bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0)
            {
                return (long)(number * bytes);
            }
        }

        throw new FormatException($"\"{text}\" is no size such as 50MB or 2GB.");
    }

    /// <summary>Writes a size in megabytes.</summary>
    internal static string InMegabytes(double bytes, string format = "N0") => (bytes / 1e6).ToString(format, CultureInfo.InvariantCulture);
}
