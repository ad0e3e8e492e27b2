using System;
using System.Buffers.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Half a surrogate pair, spelled with an escape. JSON's grammar allows it, "the behavior of software that receives JSON
/// texts containing such values is unpredictable" (RFC 8259, section 8.2): it is no character, and no text.
/// </summary>
internal static class SurrogateFlaw
{
    /// <summary>Finds the first half without its other half.</summary>
    /// <param name="json">Valid JSON: a backslash stands in strings alone, with an escape behind it.</param>
    /// <returns>The offset of its backslash; -1 where there is none.</returns>
    internal static int Find(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (json.Slice(at).IndexOf((byte)'\\') is var next && next >= 0)
        {
            at += next;
            var unit = UnitAt(json, at);
            if (unit is >= '\uD800' and <= '\uDBFF' && UnitAt(json, at + 6) is >= '\uDC00' and <= '\uDFFF')
            {
                at += 12;
            }
            else if (unit is >= '\uD800' and <= '\uDFFF')
            {
                return at;
            }
            else
            {
                at += 2;
            }
        }

        return -1;
    }

    /// <summary>The unit that an escape <c>\uXXXX</c> spells; null where none stands.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        json.Length >= at + 6 && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var digits, 'x') && digits == 4
            ? (char)unit
            : null;
}
