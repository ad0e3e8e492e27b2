using System;
using System.Buffers.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// The time of a record. "eventTime: The date and time the request was completed, in coordinated universal time (UTC)":
/// <c>yyyy-MM-ddTHH:mm:ssZ</c>. Tools that hand records on write fractions of a second behind it.
/// </summary>
internal static class EventTimeText
{
    /// <summary>Length of the text as CloudTrail writes it.</summary>
    internal const int Length = 20;

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text between the quotes.</param>
    /// <param name="ticks">Ticks of the UTC time.</param>
    internal static bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < Length || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':'
            || text[16] != ':' || text[text.Length - 1] != 'Z')
        {
            return false;
        }

        if (!Digits(text.Slice(0, 4), out var year) || !Digits(text.Slice(5, 2), out var month) || !Digits(text.Slice(8, 2), out var day)
            || !Digits(text.Slice(11, 2), out var hour) || !Digits(text.Slice(14, 2), out var minute) || !Digits(text.Slice(17, 2), out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59 || !Fraction(text.Slice(19, text.Length - Length), out var fraction))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value) =>
        Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && text[0] is >= (byte)'0' and <= (byte)'9';

    private static bool Fraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length == 1)
        {
            return false;
        }

        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in text.Slice(1))
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            unit /= 10;
            ticks += (digit - '0') * unit;
        }

        return true;
    }
}
