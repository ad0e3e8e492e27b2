using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>
/// UriEncode(): "URI encode every byte except the unreserved characters: 'A'-'Z', 'a'-'z', '0'-'9',
/// '-', '.', '_', and '~'. The space character is a reserved character and must be encoded as "%20" (and not as "+"). Each
/// URI encoded byte is formed by a '%' and the two-digit hexadecimal value of the byte. Letters in the hexadecimal value
/// must be uppercase. Encode the forward slash character, '/', everywhere except in the object key name." -
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static class UriEncoding
{
    public static string Encode(ReadOnlySpan<byte> bytes, bool keepSlash)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte each in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)each) || each is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (keepSlash && each == '/'))
            {
                text.Append((char)each);
            }
            else
            {
                text.Append('%').Append(Convert.ToHexString([each]));
            }
        }

        return text.ToString();
    }

    /// <summary>The bytes behind percent signs; whatever way a client chose to write them.</summary>
    public static byte[] Decode(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '%' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                bytes[length++] = Convert.FromHexString(((char)bytes[at + 1]).ToString() + (char)bytes[at + 2])[0];
                at += 2;
            }
            else
            {
                bytes[length++] = bytes[at];
            }
        }

        return bytes[..length];
    }

    /// <summary>The parameters of a query string, decoded, in the order they came; one without a value has an empty one.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(string query) =>
        from pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        select at < 0 ? (Text(pair), "") : (Text(pair[..at]), Text(pair[(at + 1)..]));

    public static string Text(string encoded) => Encoding.UTF8.GetString(Decode(encoded));
}
