using System;

namespace DeadlineTrail.Parsing;

/// <summary>The white space of JSON: "space, horizontal tab, line feed or new line, carriage return" (RFC 8259, section 2).</summary>
internal static class JsonBlanks
{
    /// <summary>Whether a character is white space.</summary>
    internal static bool Is(byte character) => character is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>The text without white space before and behind it.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => TrimStart(TrimEnd(text));

    /// <summary>The text without white space before it.</summary>
    internal static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Is(text[at]))
        {
            at++;
        }

        return text.Slice(at);
    }

    /// <summary>The text without white space behind it.</summary>
    internal static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        var length = text.Length;
        while (length > 0 && Is(text[length - 1]))
        {
            length--;
        }

        return text.Slice(0, length);
    }
}
