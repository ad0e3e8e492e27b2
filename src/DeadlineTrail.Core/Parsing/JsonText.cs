using System;
using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>The text of a JSON string a reader stands on, whatever bytes somebody wrote into it.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader.GetString"/> throws InvalidOperationException on invalid UTF-8 and on lone surrogates. Log text is
/// written by whoever called the API, so what cannot be text is shown as U+FFFD and never refused.
/// </remarks>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Decodes the string or property name the reader stands on.</summary>
    /// <returns>Valid text exactly; invalid UTF-8 and lone surrogate escapes as U+FFFD. Never an exception.</returns>
    public static string Decode(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (raw.IsEmpty)
        {
            return string.Empty;
        }

        if (!reader.ValueIsEscaped)
        {
            return DecodeUtf8(raw);
        }

        // A byte never becomes more than one char, neither in UTF-8 nor in an escape.
        char[] text = ArrayPool<char>.Shared.Rent(raw.Length);
        string decoded = new(text, 0, Unescape(raw, text));
        ArrayPool<char>.Shared.Return(text);
        return decoded;
    }

    private static unsafe string DecodeUtf8(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            return Encoding.UTF8.GetString(bytes, utf8.Length);
        }
    }

    private static int Unescape(ReadOnlySpan<byte> raw, char[] text)
    {
        int length = 0;
        char pendingHigh = '\0';
        while (!raw.IsEmpty)
        {
            int plain = raw.IndexOf((byte)'\\');
            if (plain != 0)
            {
                pendingHigh = '\0';
                length = AppendUtf8(plain < 0 ? raw : raw.Slice(0, plain), text, length);
                if (plain < 0)
                {
                    break;
                }
            }

            char unit = ReadEscape(raw.Slice(plain), out int consumed);
            raw = raw.Slice(plain + consumed);
            if (char.IsLowSurrogate(unit) && pendingHigh != '\0')
            {
                text[length - 1] = pendingHigh;
                text[length++] = unit;
                pendingHigh = '\0';
                continue;
            }

            // A high half stands as a replacement until its partner follows at once.
            text[length++] = char.IsSurrogate(unit) ? Replacement : unit;
            pendingHigh = char.IsHighSurrogate(unit) ? unit : '\0';
        }

        return length;
    }

    private static unsafe int AppendUtf8(ReadOnlySpan<byte> utf8, char[] text, int length)
    {
        fixed (byte* source = utf8)
        fixed (char* target = text)
        {
            return length + Encoding.UTF8.GetChars(source, utf8.Length, target + length, text.Length - length);
        }
    }

    private static char ReadEscape(ReadOnlySpan<byte> escape, out int consumed)
    {
        consumed = Math.Min(2, escape.Length);
        switch (escape.Length < 2 ? (byte)0 : escape[1])
        {
            case (byte)'"':
            case (byte)'\\':
            case (byte)'/':
                return (char)escape[1];
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case (byte)'u' when escape.Length >= 6
                && Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out int digits, 'X') && digits == 4:
                consumed = 6;
                return (char)unit;
            default:
                return Replacement;
        }
    }
}
