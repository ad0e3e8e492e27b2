using System;
using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// A text that every record worth parsing contains as it stands, or spelled with an escape.
/// </summary>
/// <remarks>
/// Most records of a trail are about other services. A record that contains neither the needle nor any <c>\u00</c>
/// cannot have it as a value, so it need not be parsed. One that does contain it is parsed and checked properly: the
/// text may stand in a string, or in an object nested in the request.
/// </remarks>
internal sealed class RecordNeedle
{
    // Anchors of "deadline.amazonaws.com": 'd', the '.' 8 on and the 'z' 12 on. Compared beside the structure of the
    // record in the same pass, they cost less than a search of their own.
    internal const int SecondAnchor = 8;
    internal const int ThirdAnchor = 12;

    private RecordNeedle(byte[] bytes) => Bytes = bytes;

    /// <summary>Gets the needle's bytes.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Makes a needle, or null where the text is no use as one: too short for its anchors, or with characters
    /// that JSON writers escape in more than one way.</summary>
    /// <param name="text">The value a record must have.</param>
    internal static RecordNeedle? TryCreate(string text)
    {
        if (text.Length <= ThirdAnchor)
        {
            return null;
        }

        foreach (var character in text)
        {
            // Outside letters, digits, dots, hyphens and colons there are short escapes (\/, \"), or several bytes.
            if (!(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' or ':'))
            {
                return null;
            }
        }

        return new RecordNeedle(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>Whether a record may hold the needle as a value.</summary>
    /// <param name="record">The record's bytes.</param>
    internal bool MayStandIn(ReadOnlySpan<byte> record) =>
        record.IndexOf(Bytes) >= 0 || record.IndexOf(EscapedAscii) >= 0;

    /// <summary>How JSON spells an ASCII character with an escape: <c>\u00</c> and two more digits.</summary>
    internal static ReadOnlySpan<byte> EscapedAscii => "\\u00"u8;
}
