using System;

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
    private const int AccountDigits = 12;
    private const string Usual = "CloudTrail";

    /// <summary>Gets a value indicating whether such files hold events: digests, Insights and aggregations do not.</summary>
    internal bool HoldsEvents => Kind is "CloudTrail" or "CloudTrail-NetworkActivity";

    /// <summary>Reads the last part of a path; null when it is not CloudTrail's.</summary>
    internal static LogFileName? TryParse(string path)
    {
        var name = path.AsSpan(path.LastIndexOfAny(Separators) + 1);
        if (name.Length <= AccountDigits || name[AccountDigits] != '_' || Number(name.Slice(0, AccountDigits)) < 0)
        {
            return null;
        }

        var kind = UpToUnderscore(name.Slice(AccountDigits + 1));
        if (!kind.StartsWith(Usual.AsSpan(), StringComparison.Ordinal) || AccountDigits + kind.Length + 2 > name.Length)
        {
            return null;
        }

        var behind = name.Slice(AccountDigits + kind.Length + 2);
        var region = UpToUnderscore(behind);

        // The name of a trail, in a digest's name, may itself hold underscores: the stamp is looked for from the end.
        for (var rest = behind; rest.LastIndexOf('_') is var at and >= 0; rest = rest.Slice(0, at))
        {
            if (TryStamp(rest.Slice(at + 1), out var stamp))
            {
                return new LogFileName(
                    name.Slice(0, AccountDigits).ToString(),
                    kind.Length == Usual.Length ? Usual : kind.ToString(),
                    region.ToString(),
                    stamp);
            }
        }

        return null;
    }

    /// <summary>
    /// The delivery time by which a file may be put in order; null when its name has none, or when the day folders it lies
    /// in say otherwise: then neither is believed.
    /// </summary>
    internal static long? OrderStamp(string path) => TryParse(path)?.OrderStampIn(path);

    /// <summary>The same, for a name that was read from the path.</summary>
    internal long? OrderStampIn(string path) => DayOf(path) is { } day && day != StampTicks - (StampTicks % TimeSpan.TicksPerDay) ? null : StampTicks;

    /// <summary>
    /// The day (UTC) from which on files can hold an event of a time: its own; the one before when it is within 15 minutes of
    /// midnight, as clocks are not quite the same.
    /// </summary>
    internal static DateTime FirstDayOf(long ticks) => new DateTime(Math.Max(0, ticks - (15 * TimeSpan.TicksPerMinute))).Date;

    private static readonly char[] Separators = ['/', '\\'];

    private static ReadOnlySpan<char> UpToUnderscore(ReadOnlySpan<char> text) => text.IndexOf('_') is var at and >= 0 ? text.Slice(0, at) : text;

    /// <summary>YYYYMMDDTHHmmZ, and with seconds in the names of digests: YYYYMMDDTHHMMSSZ.</summary>
    private static bool TryStamp(ReadOnlySpan<char> part, out long ticks)
    {
        const int day = 8, minutes = 13, seconds = 15;
        ticks = 0;
        var end = part.Length > minutes && part[minutes] == 'Z' ? minutes : part.Length > seconds && part[seconds] == 'Z' ? seconds : 0;
        return end > 0
            && part[day] == 'T'
            && TryTime(part.Slice(0, 4), part.Slice(4, 2), part.Slice(6, 2), part.Slice(9, 2), part.Slice(11, 2), part.Slice(minutes, end - minutes), out ticks);
    }

    private static bool TryTime(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, ReadOnlySpan<char> hour, ReadOnlySpan<char> minute, ReadOnlySpan<char> second, out long ticks)
    {
        ticks = 0;
        var (y, m, d, h, min, s) = (Number(year), Number(month), Number(day), Number(hour), Number(minute), second.IsEmpty ? 0 : Number(second));
        if (y < 1 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m) || h is < 0 or > 23 || min is < 0 or > 59 || s is < 0 or > 59)
        {
            return false;
        }

        ticks = new DateTime(y, m, d, h, min, s).Ticks;
        return true;
    }

    /// <summary>The day of the folders .../yyyy/MM/dd/ a file lies in; null when they are none.</summary>
    private static long? DayOf(string path)
    {
        const int length = 10;
        var end = path.LastIndexOfAny(Separators);
        if (end < length)
        {
            return null;
        }

        var day = path.AsSpan(end - length, length);
        return (end == length || IsSeparator(path[end - length - 1]))
            && IsSeparator(day[4]) && IsSeparator(day[7])
            && TryTime(day.Slice(0, 4), day.Slice(5, 2), day.Slice(8, 2), "00".AsSpan(), "00".AsSpan(), default, out var ticks)
                ? ticks
                : null;
    }

    private static bool IsSeparator(char character) => character is '/' or '\\';

    /// <summary>The value of some digits; negative when something else is among them.</summary>
    private static long Digits(ReadOnlySpan<char> text)
    {
        var value = 0L;
        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return -1;
            }

            value = (value * 10) + (character - '0');
        }

        return value;
    }

    private static int Number(ReadOnlySpan<char> text) => (int)Math.Min(int.MaxValue, Digits(text));
}
