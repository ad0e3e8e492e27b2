using System;
using System.Globalization;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>Numbers as the tables have them: three digits that mean something, and a dash for what was not measured.</summary>
internal static class Number
{
    internal const string None = "–";

    internal static string Of(double? value) => value is not { } number ? None : Math.Abs(number) switch
    {
        >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number.ToString("0.000", CultureInfo.InvariantCulture),
    };

    internal static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes as megabytes, of a million bytes.</summary>
    internal static string Megabytes(double? bytes) => Of(bytes / 1e6);
}
