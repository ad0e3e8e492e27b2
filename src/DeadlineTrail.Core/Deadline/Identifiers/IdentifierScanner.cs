using System;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Finds the identifiers in a text of UTF-8, whole values and parts alike: log group names, S3 keys, ARNs, messages.</summary>
internal ref struct IdentifierScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    public IdentifierKind Kind { get; private set; }

    public ReadOnlySpan<byte> Identifier { get; private set; }

    public bool MoveNext()
    {
        while (_text.Length - _position > IdentifierSyntax.HexLength)
        {
            int offset = _text.Slice(_position).IndexOf((byte)'-');
            if (offset < 0)
            {
                break;
            }

            int hyphen = _position + offset;
            _position = hyphen + 1;
            if (TryMatch(hyphen))
            {
                return true;
            }
        }

        _position = _text.Length;
        return false;
    }

    private bool TryMatch(int hyphen)
    {
        int end = hyphen + 1 + IdentifierSyntax.HexLength;
        if (end > _text.Length)
        {
            return false;
        }

        foreach (byte digit in _text.Slice(hyphen + 1, IdentifierSyntax.HexLength))
        {
            if (digit is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f')))
            {
                return false;
            }
        }

        int start = hyphen;
        while (start > 0 && hyphen - start <= IdentifierSyntax.LongestPrefix && _text[start - 1] is >= (byte)'a' and <= (byte)'z')
        {
            start--;
        }

        if ((start > 0 && IsLetterOrDigit(_text[start - 1]))
            || IdentifierSyntax.KindOfPrefix(_text.Slice(start, hyphen - start)) is not IdentifierKind kind)
        {
            return false;
        }

        int ordinal = IdentifierSyntax.OrdinalLength(kind, _text.Slice(end));
        end += Math.Max(ordinal, 0);
        if (ordinal < 0 || (end < _text.Length && IsLetterOrDigit(_text[end])))
        {
            return false;
        }

        Kind = kind;
        Identifier = _text.Slice(start, end - start);
        _position = end;
        return true;
    }

    private static bool IsLetterOrDigit(byte b) => (b | 0x20) is (>= (byte)'a' and <= (byte)'z') || b is >= (byte)'0' and <= (byte)'9';
}
