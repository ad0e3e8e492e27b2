using System;
using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>JSON without the white space between its tokens, and otherwise to the letter: escapes, digits and order stay.</summary>
internal static class CompactJson
{
    /// <summary>Compacts a value that is known to be valid JSON.</summary>
    internal static string Of(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var length = 0;
        var inString = false;
        for (var at = 0; at < json.Length; at++)
        {
            var character = json[at];
            if (inString)
            {
                compact[length++] = character;
                if (character == '\\' && at + 1 < json.Length)
                {
                    compact[length++] = json[++at];
                }
                else
                {
                    inString = character != '"';
                }
            }
            else if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                compact[length++] = character;
                inString = character == '"';
            }
        }

        return Encoding.UTF8.GetString(compact, 0, length);
    }
}
