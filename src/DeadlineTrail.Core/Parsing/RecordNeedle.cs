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
/// cannot have it as a value, so it need not be parsed. Nor need one that contains it as the value of another member only:
/// other services' records name the service that called them. Nor need what begins as a record does and contains it in a
/// string, or in an object nested in the request. Of all others it may stand anywhere: they may be envelopes.
/// </remarks>
internal sealed class RecordNeedle
{
    // Anchors of "deadline.amazonaws.com": 'd', the '.' 8 on and the 'z' 12 on. Compared beside the structure of the
    // record in the same pass, they cost less than a search of their own.
    internal const int SecondAnchor = 8;
    internal const int ThirdAnchor = 12;

    /// <summary>How many texts are looked for at most: each costs another three comparisons for every byte.</summary>
    internal const int MostTexts = 4;

    private readonly byte[] _member;

    private RecordNeedle(string member, byte[][] texts)
    {
        _member = Encoding.ASCII.GetBytes(member);
        Texts = texts;
        Longest = texts.Max(static text => text.Length);
    }

    /// <summary>Gets the bytes of each text.</summary>
    internal byte[][] Texts { get; }

    /// <summary>Gets how many bytes the longest text has.</summary>
    internal int Longest { get; }

    /// <summary>Makes a needle that is the value of a member, or null where a text is no use as one: too short for its
    /// anchors, or with characters that JSON writers escape in more than one way.</summary>
    /// <param name="member">The member's name, of letters alone; empty for any.</param>
    /// <param name="texts">The values of which a record must have one.</param>
    internal static RecordNeedle? ForMember(string member, params string[] texts) =>
        texts.Length is > 0 and <= MostTexts && Array.TrueForAll(texts, IsOfUse) ? new RecordNeedle(member, Array.ConvertAll(texts, static text => Encoding.ASCII.GetBytes(text))) : null;

    /// <summary>
    /// Whether a text that was found may be a value of the member. Between the two stand quotes, a colon and blanks; in JSON
    /// that is itself a string of JSON, backslashes too. A text behind anything else is of some other member.
    /// </summary>
    /// <param name="record">The record, from its beginning.</param>
    /// <param name="at">Where the text was found.</param>
    internal bool MayBeValue(ReadOnlySpan<byte> record, int at)
    {
        if (_member.Length == 0)
        {
            return true;
        }

        var end = at;
        while (end > 0 && IsBetween(record, end - 1))
        {
            end--;
        }

        var name = record.Slice(0, end);
        return name.Length >= _member.Length && EqualsIgnoringCase(name.Slice(name.Length - _member.Length), _member);
    }

    /// <summary>Whether one of the texts stands at a place, and may be a value of the member.</summary>
    /// <param name="record">The record, from its beginning.</param>
    /// <param name="at">The place.</param>
    internal bool IsValue(ReadOnlySpan<byte> record, int at)
    {
        foreach (var text in Texts)
        {
            if (record.Slice(at).StartsWith(text))
            {
                return MayBeValue(record, at);
            }
        }

        return false;
    }

    /// <summary>Whether one of the texts stands in a record.</summary>
    internal bool StandsIn(ReadOnlySpan<byte> record)
    {
        foreach (var text in Texts)
        {
            for (int from = 0, found; (found = record.Slice(from).IndexOf(text)) >= 0; from += found + 1)
            {
                if (MayBeValue(record, from + found))
                {
                    return true;
                }
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

    // A line break or a tab inside a string of JSON is a backslash and a letter.
    private static bool IsBetween(ReadOnlySpan<byte> record, int at) =>
        record[at] is (byte)'"' or (byte)':' or (byte)' ' or (byte)'\\' or (byte)'\t' or (byte)'\r' or (byte)'\n'
        || (record[at] is (byte)'n' or (byte)'r' or (byte)'t' && at > 0 && record[at - 1] == '\\');

    // LookupEvents writes EventSource where a record has eventSource.
    private static bool EqualsIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if ((text[i] | 0x20) != (letters[i] | 0x20))
            {
                return false;
            }
        }

        return true;
    }
}
