using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Measuring;

namespace DeadlineTrail.Formats;

/// <summary>What the view of a count shows; see <see cref="EventDisplay"/>.</summary>
public static class TrailMeasureDisplay
{
    private const int BarWidth = 20;

    // What a terminal shows of text is decided by the encoding of the console it is written to.
    private static readonly bool Blocks = ShowsBlocks();

    /// <summary>The interval and the group.</summary>
    public static string Group(PSObject instance) => Show(instance, static measure =>
    {
        if (measure.IsRest)
        {
            return "(all other groups)";
        }

        var parts = measure.Group.Select(static part => Convert.ToString(part.Value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-");
        var time = measure.TimeTicks is { } ticks
            ? new DateTimeOffset(new DateTime(ticks, DateTimeKind.Utc).ToLocalTime()).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
            : null;
        return time is null && measure.Group.Count == 0 ? "(all events)" : string.Join(" | ", time is null ? parts : new[] { time }.Concat(parts));
    });

    /// <summary>How many events against the largest group.</summary>
    public static string Share(PSObject instance) => instance?.BaseObject is TrailMeasure measure ? Bar.Of(measure.Share, BarWidth, Blocks) : string.Empty;

    /// <summary>How many actors; ~ before an estimate.</summary>
    public static string Actors(PSObject instance) => Show(instance, static measure => Number(measure.Actors, measure.ActorsEstimated));

    /// <summary>How many addresses; ~ before an estimate.</summary>
    public static string Addresses(PSObject instance) => Show(instance, static measure => Number(measure.Addresses, measure.AddressesEstimated));

    private static string Number(long value, bool isEstimate) => (isEstimate ? "~" : string.Empty) + value.ToString(CultureInfo.InvariantCulture);

    private static string Show(PSObject instance, Func<TrailMeasure, string> what) =>
        instance?.BaseObject is TrailMeasure measure ? TerminalText.Safe(what(measure)) : string.Empty;

    private static bool ShowsBlocks()
    {
        try
        {
            return Console.OutputEncoding is UTF8Encoding or UnicodeEncoding;
        }
        catch (System.IO.IOException)
        {
            return false;
        }
    }
}
