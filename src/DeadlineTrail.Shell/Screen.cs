using System;
using System.Globalization;

namespace DeadlineTrail.Shell;

/// <summary>What standard output is connected with.</summary>
internal static class Screen
{
    private const int WidthWithoutTerminal = 120;

    public static bool IsTerminal => !Console.IsOutputRedirected;

    /// <summary>Whether it understands escape sequences at all; TERM=dumb is how one says that it does not.</summary>
    public static bool UnderstandsEscapes { get; } = Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static int Width => IsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithout();

    public static int Height => IsTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : 50;

    private static int WidthWithout() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : WidthWithoutTerminal;
}
