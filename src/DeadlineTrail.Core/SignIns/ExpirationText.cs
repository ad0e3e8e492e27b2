using System;
using System.Globalization;

namespace DeadlineTrail.SignIns;

/// <summary>
/// <c>responseElements.credentials.expiration</c>: not JSON's form of a time but Java's, in two spellings that genuine logs
/// have (<c>Jul 10, 2023, 12:07:59 PM</c>, <c>Jul 3, 2023 12:13:20 PM</c>), in UTC.
/// </summary>
internal static class ExpirationText
{
    private static readonly string[] Formats =
    [
        "MMM d, yyyy, h:mm:ss tt",
        "MMM d, yyyy h:mm:ss tt",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>The ticks of the instant; null where the text is none.</summary>
    internal static long? Parse(string? text) =>

        // Newer Java versions put a narrow no-break space before AM and PM.
        DateTime.TryParseExact(text?.Replace('\u202f', ' '), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.Ticks
            : null;
}
