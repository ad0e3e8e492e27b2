using System;
using System.Globalization;
using System.Text;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>Bytes as hexadecimal digits, in small letters.</summary>
internal static class Hex
{
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(2 * bytes.Length);
        foreach (var one in bytes)
        {
            text.Append(one.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
