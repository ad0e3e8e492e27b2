using System;
using System.Globalization;

namespace DeadlineTrail;

/// <summary>An instant (UTC ticks) in the two forms in which it is shown.</summary>
internal static class Instant
{
    /// <summary>The form of texts: their order is that of the instants.</summary>
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static DateTime Local(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToLocalTime();

    internal static DateTime? Local(long? ticks) => ticks is { } known ? Local(known) : null;

    internal static string Utc(long ticks) => new DateTime(ticks).ToString(Form, CultureInfo.InvariantCulture);

    internal static string? Utc(long? ticks) => ticks is { } known ? Utc(known) : null;
}
