using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>Where and why a text is not JSON, in words for people who have to find the place.</summary>
internal static class JsonDamage
{
    /// <summary>Gives the byte offset of the damage: System.Text.Json counts lines, and bytes in a line.</summary>
    /// <param name="json">What was read.</param>
    /// <param name="damage">What was thrown.</param>
    /// <param name="before">How many bytes, all of one line, were read before it.</param>
    internal static int Position(ReadOnlySpan<byte> json, JsonException damage, int before = 0)
    {
        var at = damage.LineNumber > 0 ? 0 : -before;
        for (var line = 0L; line < (damage.LineNumber ?? 0); line++)
        {
            var next = json.Slice(at).IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
        }

        return (int)Math.Min(json.Length, at + (damage.BytePositionInLine ?? 0));
    }

    /// <summary>Gives the reason without the position, which counts from somewhere a user cannot see, and without what the
    /// text may do to a terminal: the reason quotes it.</summary>
    internal static string Reason(JsonException damage)
    {
        const int longest = 200;
        var message = damage.Message;
        var position = message.LastIndexOf(" LineNumber: ", StringComparison.Ordinal);
        var reason = new StringBuilder(WithoutQuotedLiteral(position < 0 ? message : message.Substring(0, position)), longest);
        var isLong = reason.Length > longest;
        reason.Length = Math.Min(reason.Length, longest);
        for (var at = 0; at < reason.Length; at++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(reason[at])
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                reason[at] = '\uFFFD';
            }
        }

        return isLong ? reason.Append("...").ToString() : reason.ToString();
    }

    /// <summary>What is no literal is quoted as far as the bytes went that were at hand: another text each time, and more of
    /// the log than anybody needs. The place is told anyway.</summary>
    private static string WithoutQuotedLiteral(string message)
    {
        const string behind = "' is an invalid JSON literal.";
        var at = message.LastIndexOf(behind, StringComparison.Ordinal);
        return at < 0 ? message : "This" + message.Substring(at + 1);
    }
}
