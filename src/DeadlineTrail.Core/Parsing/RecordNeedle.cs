using System;
using System.Linq;
using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// A text that every record worth parsing contains as it stands, or spelled with an escape; or a few texts, of which each
/// such record contains one.
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

    /// <summary>How many texts are looked for at most: each costs another three comparisons for every byte.</summary>
    internal const int MostTexts = 4;

    private RecordNeedle(byte[][] texts)
    {
        Texts = texts;
        Longest = texts.Max(static text => text.Length);
    }

    /// <summary>Gets the bytes of each text.</summary>
    internal byte[][] Texts { get; }

    /// <summary>Gets how many bytes the longest text has.</summary>
    internal int Longest { get; }

    /// <summary>Makes a needle, or null where a text is no use as one: too short for its anchors, or with characters
    /// that JSON writers escape in more than one way.</summary>
    /// <param name="texts">The values of which a record must have one.</param>
    internal static RecordNeedle? TryCreate(params string[] texts) =>
        texts.Length is > 0 and <= MostTexts && Array.TrueForAll(texts, IsOfUse) ? new RecordNeedle(Array.ConvertAll(texts, static text => Encoding.ASCII.GetBytes(text))) : null;

    /// <summary>Whether one of the texts stands in a record.</summary>
    internal bool StandsIn(ReadOnlySpan<byte> record)
    {
        foreach (var text in Texts)
        {
            if (record.IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a record may hold the needle as a value.</summary>
    /// <param name="record">The record's bytes.</param>
    internal bool MayStandIn(ReadOnlySpan<byte> record) => StandsIn(record) || record.IndexOf(EscapedAscii) >= 0;

    /// <summary>How JSON spells an ASCII character with an escape: <c>\u00</c> and two more digits.</summary>
    internal static ReadOnlySpan<byte> EscapedAscii => "\\u00"u8;

    // Outside letters, digits, dots, hyphens and colons there are short escapes (\/, \"), or several bytes.
    private static bool IsOfUse(string text) => text.Length > ThirdAnchor && text.All(static character =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or ':');
}
