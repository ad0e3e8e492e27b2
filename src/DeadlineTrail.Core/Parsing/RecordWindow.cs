using System;
using System.IO;
using DeadlineTrail.Parsing.Compression;

namespace DeadlineTrail.Parsing;

/// <summary>
/// The part of a log's text that is being looked at: it moves forward over the stream and grows only for a record that
/// does not fit. One window serves many logs, one after the other; nothing that leaves the reader points into it.
/// </summary>
internal sealed class RecordWindow
{
    private const int InitialSize = 256 * 1024;

    private byte[] _buffer = new byte[InitialSize + ElementScanner.Slack];
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;
    private long _base;
    private bool _ended;

    /// <summary>Gets the offset in the (inflated) text of the first byte in view.</summary>
    internal long Position => _base + _start;

    /// <summary>Gets how many bytes are in view.</summary>
    internal int Length => _end - _start;

    /// <summary>Gets the bytes in view.</summary>
    internal ReadOnlySpan<byte> View => _buffer.AsSpan(_start, Length);

    /// <summary>Gets why the stream ended before its end, or null: damaged compression or a read that failed.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Gets or sets how many bytes were looked at, each as often as it was, by whoever reads the window.</summary>
    internal long Examined { get; set; }

    /// <summary>Gets the size of the buffer.</summary>
    internal int Capacity => _buffer.Length;

    /// <summary>Gets one byte in view.</summary>
    /// <param name="offset">Its offset from the start of the view.</param>
    internal byte this[int offset] => _buffer[_start + offset];

    /// <summary>The view from an offset on, with the slack that <see cref="ElementScanner"/> reads beyond it.</summary>
    /// <param name="offset">The offset from the start of the view.</param>
    internal ReadOnlySpan<byte> WithSlack(int offset) =>
        _buffer.AsSpan(_start + offset, Length - offset + ElementScanner.Slack);

    /// <summary>Begins with another stream.</summary>
    /// <param name="stream">The text, inflated.</param>
    internal void Open(Stream stream)
    {
        // A window that one huge record stretched does not stay so for the rest of the query.
        if (_buffer.Length > 4 * InitialSize)
        {
            _buffer = new byte[InitialSize + ElementScanner.Slack];
        }

        _stream = stream;
        _start = _end = 0;
        _base = 0;
        _ended = false;
        Failure = null;
        Examined = 0;
    }

    /// <summary>Moves the start of the view forward; what lies before it is gone.</summary>
    /// <param name="count">How many bytes.</param>
    internal void Advance(int count) => _start += count;

    /// <summary>Brings more bytes into view.</summary>
    /// <returns>False at the end of the text.</returns>
    internal bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        MakeRoom();
        try
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - ElementScanner.Slack - _end);
            _end += read;
            _ended = read == 0;
        }
        catch (Exception failure) when (failure is IOException or GzipDamageException or UnauthorizedAccessException)
        {
            Failure = failure;
            _ended = true;
        }

        return !_ended;
    }

    /// <summary>Whether the byte at an offset is there, or can be brought into view.</summary>
    /// <param name="offset">The offset from the start of the view.</param>
    internal bool Has(int offset)
    {
        while (offset >= Length)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    private void MakeRoom()
    {
        var capacity = _buffer.Length - ElementScanner.Slack;
        if (_start == _end)
        {
            _base += _start;
            _start = _end = 0;
        }
        else if (_start > 0 && capacity - _end < capacity / 2)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, Length);
            _base += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == capacity)
        {
            Array.Resize(ref _buffer, (2 * capacity) + ElementScanner.Slack);
        }
    }
}
