using System;
using System.Buffers;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// The compressed bytes of a stream with some of what comes next in sight, and their position in the whole.
/// </summary>
internal sealed class LookaheadBuffer(Stream source, CancellationToken cancellation) : IDisposable
{
    private const int Capacity = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Capacity);
    private int _next;
    private int _end;
    private long _origin;

    /// <summary>Position in the whole of the next byte to be taken.</summary>
    public long Position => _origin + _next;

    /// <summary>What is in sight, from <see cref="Position"/> on.</summary>
    public ReadOnlySpan<byte> Ahead => _bytes.AsSpan(_next, _end - _next);

    /// <summary>Whether nothing follows what is in sight.</summary>
    public bool ReachesEnd { get; private set; }

    /// <summary>Reads until at least so many bytes are in sight; false when the source ends before.</summary>
    public bool TryFill(int length)
    {
        while (_end - _next < length && !ReachesEnd)
        {
            if (_end == _bytes.Length)
            {
                Ahead.CopyTo(_bytes);
                _origin += _next;
                _end -= _next;
                _next = 0;
            }

            cancellation.ThrowIfCancellationRequested();
            int read = source.Read(_bytes, _end, _bytes.Length - _end);
            ReachesEnd = read <= 0;
            _end += Math.Max(read, 0);
        }

        return _end - _next >= length;
    }

    public void Take(int length) => _next += length;

    public bool TryTake(out byte value)
    {
        bool any = TryFill(1);
        value = any ? _bytes[_next++] : (byte)0;
        return any;
    }

    /// <summary>Bytes already taken, or in sight, by their position in the whole; they must not have been left behind.</summary>
    public ReadOnlySpan<byte> Between(long from, long to) => _bytes.AsSpan((int)(from - _origin), (int)(to - from));

    /// <summary>Goes to a position between bytes already taken or in sight.</summary>
    public void MoveTo(long position) => _next = (int)(position - _origin);

    /// <summary>
    /// A second look at what begins at a position already passed; null when it is gone. Nothing can be read here afterwards.
    /// </summary>
    public Stream? TryReopen(long position)
    {
        if (position >= _origin)
        {
            int index = (int)(position - _origin);
            return new MemoryStream(_bytes, index, _end - index, writable: false);
        }

        if (!source.CanSeek)
        {
            return null;
        }

        source.Seek(position - (_origin + _end), SeekOrigin.Current);
        return source;
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _next = _end = 0;
        ReachesEnd = true;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
