using System;
using System.Globalization;

namespace DeadlineTrail;

/// <summary>An instant in the two forms in which it is shown.</summary>
internal static class SignInInstant
{
    internal static DateTime Local(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToLocalTime();

    internal static DateTime? Local(long? ticks) => ticks is { } known ? Local(known) : null;

    internal static string Utc(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string? Utc(long? ticks) => ticks is { } known ? Utc(known) : null;
}
