using System;
using System.Runtime.CompilerServices;

namespace DeadlineTrail.Parsing;

/// <content>One pass over the element, text by text with vectors.</content>
internal ref partial struct PlainElement
{
    // Genuine records nest up to 11 deep.
    private const int MostLevels = 32;

    private readonly ReadOnlySpan<byte> _json;
    private int _at;
    private bool _sawEscape;

    private PlainElement(ReadOnlySpan<byte> json) => _json = json;

    internal static partial bool TryWalk(ReadOnlySpan<byte> json, Span<int> starts)
    {
        var walk = new PlainElement(json);
        return walk.Next == '{' && walk.PassMembers(0, starts) && walk._at == json.Length;
    }

    /// <summary>Gets the next byte; 0, which can stand nowhere, behind the last one.</summary>
    private readonly byte Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)_at < (uint)_json.Length ? _json[_at] : (byte)0;
    }

    /// <summary>"An object structure is represented as a pair of curly brackets surrounding zero or more name/value pairs (or
    /// members)." (RFC 8259, section 4)</summary>
    private bool PassMembers(int level, Span<int> starts)
    {
        _at++;
        SkipBlanks();
        if (Next == '}')
        {
            _at++;
            return true;
        }

        while (true)
        {
            var name = _at + 1;
            _sawEscape = false;
            if (Next != '"' || !PassText())
            {
                return false;
            }

            var nameEnd = _at - 1;
            SkipBlanks();
            if (Next != ':')
            {
                return false;
            }

            _at++;
            SkipBlanks();
            if (!starts.IsEmpty)
            {
                if (_sawEscape)
                {
                    // Which name this is, is a longer story.
                    return false;
                }

                if (RecordFieldNames.TryGet(_json.Slice(name, nameEnd - name), out var field))
                {
                    starts[(int)field] = _at;
                }
            }

            if (!PassValue(level))
            {
                return false;
            }

            SkipBlanks();
            switch (Next)
            {
                case (byte)',':
                    _at++;
                    SkipBlanks();
                    break;
                case (byte)'}':
                    _at++;
                    return true;
                default:
                    return false;
            }
        }
    }

    private bool PassValue(int level)
    {
        switch (Next)
        {
            case (byte)'"':
                return PassText();
            case (byte)'{':
                return level < MostLevels && PassMembers(level + 1, default);
            case (byte)'[':
                return level < MostLevels && PassItems(level + 1);
            case (byte)'t':
                return PassLiteral("true"u8);
            case (byte)'f':
                return PassLiteral("false"u8);
            case (byte)'n':
                return PassLiteral("null"u8);
            default:
                return PassNumber();
        }
    }

    private bool PassItems(int level)
    {
        _at++;
        SkipBlanks();
        if (Next == ']')
        {
            _at++;
            return true;
        }

        while (PassValue(level))
        {
            SkipBlanks();
            switch (Next)
            {
                case (byte)',':
                    _at++;
                    SkipBlanks();
                    break;
                case (byte)']':
                    _at++;
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>"number = [ minus ] int [ frac ] [ exp ]"; "Leading zeros are not allowed." (RFC 8259, section 6)</summary>
    private bool PassNumber()
    {
        if (Next == '-')
        {
            _at++;
        }

        if (Next == '0')
        {
            _at++;
        }
        else if (!PassDigits())
        {
            return false;
        }

        if (Next == '.')
        {
            _at++;
            if (!PassDigits())
            {
                return false;
            }
        }

        if (Next is (byte)'e' or (byte)'E')
        {
            _at++;
            if (Next is (byte)'+' or (byte)'-')
            {
                _at++;
            }

            return PassDigits();
        }

        return true;
    }

    private bool PassDigits()
    {
        var first = _at;
        while (Next is >= (byte)'0' and <= (byte)'9')
        {
            _at++;
        }

        return _at > first;
    }

    private bool PassLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_json.Slice(_at).StartsWith(literal))
        {
            return false;
        }

        _at += literal.Length;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipBlanks()
    {
        while (JsonBlanks.Is(Next))
        {
            _at++;
        }
    }
}
