using System;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Finds where a JSON object or array ends without building anything of it, and notes on the way whether a needle
/// occurs in it.
/// </summary>
/// <remarks>
/// What it cannot see is what lies inside: a wrong literal, a missing colon, <c>]</c> where <c>}</c> should be, a control
/// character or invalid UTF-8. Whoever uses a record parses it; whoever skips one by this scan alone has promised only
/// that its strings and brackets balance.
/// </remarks>
internal partial struct ElementScanner
{
    /// <summary>Bytes that must be readable behind the last valid one, so that whole blocks can be loaded.</summary>
    internal const int Slack = 128;

    private int _depth;
    private int _scanned;
    private bool _inString;
    private bool _escapeCarried;
    private bool _isRecord;

    /// <summary>Gets a value indicating whether the needle was found in the part scanned so far; of a record, as the value of
    /// a member of its own.</summary>
    internal bool SawNeedle { get; private set; }

    /// <summary>Gets a value indicating whether the needle was found inside a record: in an object nested in it, or in a string.</summary>
    internal bool SawNeedleInside { get; private set; }

    /// <summary>Gets a value indicating whether an escaped ASCII character was found in the part scanned so far.</summary>
    internal bool SawEscapedAscii { get; private set; }

    /// <summary>Gets how many bytes of the element were scanned for good.</summary>
    internal readonly int Scanned => _scanned;

    /// <summary>Begins with an element whose opening bracket stands at the start of the buffer that is scanned next.</summary>
    /// <param name="isRecord">Whether it is a record by its beginning, and no envelope that may hold one.</param>
    internal static ElementScanner Begin(bool isRecord = false) => new() { _isRecord = isRecord };

    /// <summary>
    /// Scans on, from where the last call stopped.
    /// </summary>
    /// <param name="buffer">The element from its opening bracket on, with <see cref="Slack"/> readable bytes behind.</param>
    /// <param name="length">How many bytes of the buffer are valid.</param>
    /// <param name="needle">The needle to look for, or null.</param>
    /// <returns>The element's length; or -1 when it does not end in these bytes: call again with more.</returns>
    internal int Scan(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle) => ScanWidest(buffer, length, needle);

    /// <summary>The same answer a byte at a time: what the vectors are held against, and what runs where there are none.</summary>
    internal int ScanBytes(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle)
    {
        Start();
        while (_scanned < length)
        {
            var character = buffer[_scanned++];
            var escaped = _escapeCarried;
            _escapeCarried = character == '\\' && !escaped;
            if (character == '"')
            {
                _inString ^= !escaped;
            }
            else if (_inString)
            {
                continue;
            }
            else if (character is (byte)'{' or (byte)'[')
            {
                _depth++;
            }
            else if (character is (byte)'}' or (byte)']' && --_depth == 0)
            {
                var element = buffer.Slice(0, _scanned);
                SawNeedleInside = needle is not null && needle.StandsIn(element);
                SawNeedle = SawNeedleInside && (!_isRecord || HasOwn(element, needle!));
                SawEscapedAscii = element.IndexOf(RecordNeedle.EscapedAscii) >= 0;
                return _scanned;
            }
        }

        return -1;
    }

    /// <summary>Whether the needle is the value of a member of the outermost object.</summary>
    private static bool HasOwn(ReadOnlySpan<byte> element, RecordNeedle needle)
    {
        var depth = 0;
        var inString = false;
        for (var at = 0; at < element.Length; at++)
        {
            switch (element[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    if (inString && depth == 1 && needle.IsValue(element, at + 1))
                    {
                        return true;
                    }

                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !inString:
                    depth--;
                    break;
            }
        }

        return false;
    }

    private void Start()
    {
        if (_scanned == 0)
        {
            _depth = 1;
            _scanned = 1;
        }
    }
}
