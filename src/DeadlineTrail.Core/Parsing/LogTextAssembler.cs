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
    private int _length;
    private ElementScanner _scanner = ElementScanner.Begin();
    private long _start;

    /// <summary>Gets where in all the text, as UTF-8 with a line feed behind each line, the part given last began.</summary>
    internal long Position { get; private set; }

    /// <summary>Takes a line, or a text of several, and gives what is complete.</summary>
    internal IEnumerable<byte[]> Add(string line)
    {
        Append(line);
        if (!BeginsWithBracket())
        {
            // The time of a CloudWatch Logs export before a record, or no log at all: the reader will tell.
            if (_length > 0)
            {
                yield return Take(_length);
            }

            yield break;
        }

        int end;
        while (_length > 0 && (end = _scanner.ScanBytes(_text, _length, null)) >= 0)
        {
            yield return Take(end);
            if (!BeginsWithBracket())
            {
                if (_length > 0)
                {
                    yield return Take(_length);
                }

                yield break;
            }
        }
    }

    /// <summary>Gives what never became complete.</summary>
    internal byte[] Rest() => Take(_length);

    private void Append(string line)
    {
        var needed = _length + Encoding.UTF8.GetMaxByteCount(line.Length) + 1 + ElementScanner.Slack;
        if (_text.Length < needed)
        {
            Array.Resize(ref _text, Math.Max(needed, 2 * _text.Length));
        }

        _length += Encoding.UTF8.GetBytes(line, 0, line.Length, _text, _length);
        _text[_length++] = (byte)'\n';
        if (_scanner.Scanned == 0)
        {
            TrimStart();
        }
    }

    private bool BeginsWithBracket() => _length > 0 && _text[0] is (byte)'{' or (byte)'[';

    private byte[] Take(int count)
    {
        var taken = _text.AsSpan(0, count).ToArray();
        Position = _start;
        _start += count;
        _length -= count;
        Buffer.BlockCopy(_text, count, _text, 0, _length);
        TrimStart();
        _scanner = ElementScanner.Begin();
        return taken;
    }

    private void TrimStart()
    {
        var blanks = _length - JsonBlanks.TrimStart(_text.AsSpan(0, _length)).Length;
        _start += blanks;
        _length -= blanks;
        Buffer.BlockCopy(_text, blanks, _text, 0, _length);
    }
}
