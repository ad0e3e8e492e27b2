using System;
using System.Runtime.InteropServices;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Where bytes stop being UTF-8. "JSON text exchanged between systems that are not part of a closed ecosystem MUST be
/// encoded using UTF-8" (RFC 8259, section 8.1); System.Text.Json does not look at what stands between quotes.
/// </summary>
internal static class Utf8Flaw
{
    private const ulong NotAscii = 0x8080808080808080;

    /// <summary>Finds the first sequence that is none.</summary>
    /// <returns>The offset of its first byte; -1 where all of it is UTF-8.</returns>
    internal static int Find(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text.Length - at >= sizeof(ulong) && (MemoryMarshal.Read<ulong>(text.Slice(at)) & NotAscii) == 0)
            {
                at += sizeof(ulong);
                continue;
            }

            var length = SequenceLength(text.Slice(at));
            if (length == 0)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    /// <summary>The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences". 0 where the text begins with none.</summary>
    private static int SequenceLength(ReadOnlySpan<byte> text)
    {
        var first = text[0];
        var (length, low, high) = first switch
        {
            <= 0x7F => (1, 0, 0),
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length > text.Length || (length > 1 && (text[1] < low || text[1] > high)))
        {
            return 0;
        }

        for (var at = 2; at < length; at++)
        {
            if (text[at] is < 0x80 or > 0xBF)
            {
                return 0;
            }
        }

        return length;
    }
}
