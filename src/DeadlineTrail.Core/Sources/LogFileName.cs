using System;
using System.Globalization;

namespace DeadlineTrail.Sources;

/// <summary>
/// The name CloudTrail gives a file:
/// "AccountID_CloudTrail_RegionName_YYYYMMDDTHHmmZ_UniqueString.FileNameFormat", where the time is that of delivery,
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html.
/// In one of AWS's examples the underscore before the unique string is missing.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">What the file holds: <c>CloudTrail</c>, <c>CloudTrail-Digest</c>, <c>CloudTrail-Insight</c>,
/// <c>CloudTrail-Aggregated</c> or <c>CloudTrail-NetworkActivity</c>.</param>
/// <param name="Region">The Region.</param>
/// <param name="StampTicks">Ticks (UTC) of the minute of delivery.</param>
internal sealed record LogFileName(string AccountId, string Kind, string Region, long StampTicks)
{
    // Digests have seconds too: "YYYYMMDDTHHMMSSZ".
    private static readonly string[] StampForms = ["yyyyMMdd'T'HHmm'Z'", "yyyyMMdd'T'HHmmss'Z'"];

    /// <summary>Gets a value indicating whether such files hold events: digests, Insights and aggregations do not.</summary>
    internal bool HoldsEvents => Kind is "CloudTrail" or "CloudTrail-NetworkActivity";

    /// <summary>Reads the last part of a path; null when it is not CloudTrail's.</summary>
    internal static LogFileName? TryParse(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(Separators) + 1);
        var parts = name.Split('_');
        if (parts.Length < 4 || parts[0].Length != 12 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || !parts[1].StartsWith("CloudTrail", StringComparison.Ordinal))
        {
            return null;
        }

        // The name of a trail, in a digest's name, may itself hold underscores: the stamp is looked for from the end.
        for (var at = parts.Length - 1; at >= 3; at--)
        {
            if (TryStamp(parts[at], out var stamp))
            {
                return new LogFileName(parts[0], parts[1], parts[2], stamp);
            }
        }

        return null;
    }

    /// <summary>
    /// The delivery time by which a file may be put in order; null when its name has none, or when the day folders it lies
    /// in say otherwise: then neither is believed.
    /// </summary>
    internal static long? OrderStamp(string path)
    {
        if (TryParse(path) is not { } name)
        {
            return null;
        }

        var folders = path.Split(Separators);
        return folders.Length >= 4 && DayOf(folders) is { } day && day != new DateTime(name.StampTicks).Date ? null : name.StampTicks;
    }

    private static readonly char[] Separators = ['/', '\\'];

    private static bool TryStamp(string part, out long ticks)
    {
        ticks = 0;
        foreach (var form in StampForms)
        {
            // In the form the T is quoted; the text is two characters shorter.
            var length = form.Length - 4;
            if (part.Length >= length
                && DateTime.TryParseExact(part.Substring(0, length), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                ticks = time.Ticks;
                return true;
            }
        }

        return false;
    }

    private static DateTime? DayOf(string[] folders)
    {
        var day = string.Join("/", folders, folders.Length - 4, 3);
        return DateTime.TryParseExact(day, "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
