using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DeadlineTrail.Parsing;

/// <content>Texts: all of one but its escapes is passed in vectors.</content>
internal ref partial struct PlainElement
{
    private const byte LastControl = 0x1F;

    /// <summary>"All Unicode characters may be placed within the quotation marks, except for the characters that MUST be
    /// escaped: quotation mark, reverse solidus, and the control characters (U+0000 through U+001F)." (RFC 8259, section 7)</summary>
    private bool PassText()
    {
        _at++;
        while (true)
        {
            _at = EndOfPlainText(_json, _at);
            switch (Next)
            {
                case (byte)'"':
                    _at++;
                    return true;
                case (byte)'\\' when PassEscape():
                    _sawEscape = true;
                    break;
                default:
                    return false;
            }
        }
    }

    private bool PassEscape()
    {
        _at++;
        switch (Next)
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                _at++;
                return true;
            case (byte)'u':
                _at++;
                for (var digit = 0; digit < 4; digit++, _at++)
                {
                    if (Next is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F')))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>Finds the next quotation mark, backslash or control character from an offset on.</summary>
    private static int EndOfPlainText(ReadOnlySpan<byte> json, int at)
    {
        ref var start = ref MemoryMarshal.GetReference(json);
        while (Vector256.IsHardwareAccelerated && at <= json.Length - Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref start, (nuint)at);
            var ends = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.Equals(Vector256.Min(bytes, Vector256.Create(LastControl)), bytes);
            if (ends != default)
            {
                return at + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            }

            at += Vector256<byte>.Count;
        }

        while (at <= json.Length - Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref start, (nuint)at);
            var ends = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(bytes, Vector128.Create(LastControl)), bytes);
            if (ends != default)
            {
                return at + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            }

            at += Vector128<byte>.Count;
        }

        while (at < json.Length && json[at] is not ((byte)'"' or (byte)'\\' or <= LastControl))
        {
            at++;
        }

        return at;
    }
}
