using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Sources;

/// <summary>
/// Reads a stream on a thread of its own, a few buffers ahead: where there is one large file and more than one processor,
/// it is inflated on one and scanned on the other.
/// </summary>
internal sealed class ReadAheadStream : ForwardStream
{
    private const int BufferSize = 256 * 1024;
    private const int Buffers = 4;

    private readonly Stream _source;
    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<Filled> _filled = new(Buffers);
    private readonly BlockingCollection<byte[]> _empty = new(Buffers);
    private readonly Thread _thread;
    private Filled _current;
    private int _given;

    /// <summary>Starts reading.</summary>
    /// <param name="source">The stream; it stays the caller's to dispose.</param>
    internal ReadAheadStream(Stream source)
    {
        _source = source;
        for (var at = 0; at < Buffers; at++)
        {
            _empty.Add(new byte[BufferSize]);
        }

        _thread = new Thread(Work) { IsBackground = true, Name = "DeadlineTrail inflater" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given == _current.Length)
        {
            if (_current.Failure is not null)
            {
                // Thrown as it is: what it says of the place is of the text that was given out before it.
                throw _current.Failure;
            }

            if (_current.Bytes is not null)
            {
                if (_current.Length == 0)
                {
                    return 0;
                }

                _empty.Add(_current.Bytes);
            }

            _current = _filled.Take(_stop.Token);
            _given = 0;
            return Read(buffer, offset, count);
        }

        var given = Math.Min(count, _current.Length - _given);
        Buffer.BlockCopy(_current.Bytes, _given, buffer, offset, given);
        _given += given;
        return given;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();

            // The source is disposed next, so the thread must have left it.
            _thread.Join();
            _filled.Dispose();
            _empty.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Work()
    {
        try
        {
            while (true)
            {
                var buffer = _empty.Take(_stop.Token);
                var filled = Fill(buffer);
                _filled.Add(filled, _stop.Token);
                if (filled.Length == 0 || filled.Failure is not null)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants the rest.
        }
    }

    private Filled Fill(byte[] buffer)
    {
        var length = 0;
        try
        {
            while (length < buffer.Length && !_stop.IsCancellationRequested)
            {
                var read = _source.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }

            return new Filled(buffer, length, null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What came before it is given out first.
            return new Filled(buffer, length, failure);
        }
    }

    private readonly record struct Filled(byte[] Bytes, int Length, Exception? Failure);
}
