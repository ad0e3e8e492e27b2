using System;
using System.Collections.Generic;
using System.Text;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Puts lines together again, as a pipeline delivers them, until they make whole JSON values: a pretty-printed record is
/// many lines, and a file of one record a line should not be held until its end.
/// </summary>
internal sealed class LogTextAssembler
{
    private byte[] _text = new byte[4096];
    private int _from;
    private int _to;
    private long _moved;
    private ElementScanner _scanner = ElementScanner.Begin();

    /// <summary>Gets where in all the text, as UTF-8 with a line feed behind each line, the part given last began.</summary>
    internal long Position { get; private set; }

    private int Length => _to - _from;

    private bool BeginsWithBracket => Length > 0 && _text[_from] is (byte)'{' or (byte)'[';

    /// <summary>Takes a line, or a text of several, and gives what is complete.</summary>
    internal IEnumerable<byte[]> Add(string line)
    {
        Append(line);
        int end;
        while (BeginsWithBracket && (end = _scanner.ScanBytes(_text.AsSpan(_from), Length, null)) >= 0)
        {
            yield return Take(end);
        }

        if (Length > 0 && !BeginsWithBracket)
        {
            // The time of a CloudWatch Logs export before a record, or no log at all: the reader will tell.
            yield return Take(Length);
        }
    }

    /// <summary>Gives what never became complete.</summary>
    internal byte[] Rest() => Take(Length);

    private void Append(string line)
    {
        // A text of many records is given out piece by piece: what is left moves to the front once a text, not once a piece.
        if (_from > 0)
        {
            Buffer.BlockCopy(_text, _from, _text, 0, Length);
            _moved += _from;
            _to -= _from;
            _from = 0;
        }

        var needed = _to + Encoding.UTF8.GetMaxByteCount(line.Length) + 1 + ElementScanner.Slack;
        if (_text.Length < needed)
        {
            Array.Resize(ref _text, Math.Max(needed, 2 * _text.Length));
        }

        _to += Encoding.UTF8.GetBytes(line, 0, line.Length, _text, _to);
        _text[_to++] = (byte)'\n';
        if (_scanner.Scanned == 0)
        {
            TrimStart();
        }
    }

    private byte[] Take(int count)
    {
        var taken = _text.AsSpan(_from, count).ToArray();
        Position = _moved + _from;
        _from += count;
        TrimStart();
        _scanner = ElementScanner.Begin();
        return taken;
    }

    private void TrimStart() => _from = _to - JsonBlanks.TrimStart(_text.AsSpan(_from, Length)).Length;
}
