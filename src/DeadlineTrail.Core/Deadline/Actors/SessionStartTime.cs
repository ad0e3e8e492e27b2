using System;
using System.Globalization;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>
/// <c>sessionContext.attributes.creationDate</c>: "represented in ISO 8601 basic notation" says the documentation (<c>20131102T010628Z</c>),
/// extended notation is what logs have (<c>2023-07-10T11:45:31Z</c>).
/// </summary>
internal static class SessionStartTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyyMMdd'T'HHmmss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The instant in UTC; null where the text is no such time.</summary>
    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime utc)
            ? utc
            : null;
}
