using System;
using System.IO;
using System.IO.Compression;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// Gets the bytes that come out before invalid deflate data, which <see cref="DeflateStream"/> withholds: it throws
/// without saying how much of the caller's buffer it has filled by then.
/// </summary>
/// <remarks>
/// The member is inflated again up to where it had come before; from there on a byte of input goes in at a time and a
/// byte of text comes out. Only for files found damaged, so its cost does not matter much.
/// </remarks>
internal sealed class InflateReplay : ForwardStream
{
    // Never in UTF-8 text, so a byte that is still this after the exception was not written.
    private const byte Untouched = 0xFF;

    private readonly Stream _compressed;
    private long _quickly;
    private long _singly;

    private InflateReplay(Stream compressed, long quickly, long singly)
    {
        _compressed = compressed;
        _quickly = quickly;
        _singly = singly;
    }

    /// <summary>Fills the buffer with the text between what was handed over and the damage.</summary>
    /// <param name="member">The deflate data of the member from its first byte on.</param>
    /// <param name="handedOver">The length of the text handed over already.</param>
    /// <param name="fedBefore">How many bytes of deflate data that took.</param>
    /// <param name="fed">How many bytes were in when the damage was met.</param>
    /// <param name="buffer">What the interrupted read was to fill.</param>
    /// <returns>The number of bytes at the start of the buffer that are text.</returns>
    public static int Read(Stream member, long handedOver, long fedBefore, long fed, Span<byte> buffer)
    {
        using var feed = new InflateReplay(member, fedBefore, fed - fedBefore);
        using var inflater = new DeflateStream(feed, CompressionMode.Decompress);
        int found = 0;
        var one = new byte[] { Untouched };
        try
        {
            Skip(inflater, handedOver);
            while (found < buffer.Length && inflater.Read(one, 0, 1) == 1)
            {
                buffer[found++] = one[0];
                one[0] = Untouched;
            }
        }
        catch (InvalidDataException)
        {
            if (one[0] != Untouched && found < buffer.Length)
            {
                buffer[found++] = one[0];
            }
        }

        return found;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_quickly > 0)
        {
            int read = _compressed.Read(buffer, offset, (int)Math.Min(count, _quickly));
            _quickly -= read;
            return read;
        }

        return _singly-- > 0 ? _compressed.Read(buffer, offset, 1) : 0;
    }

    private static void Skip(DeflateStream inflater, long length)
    {
        var skipped = new byte[16 * 1024];
        while (length > 0)
        {
            int read = inflater.Read(skipped, 0, (int)Math.Min(skipped.Length, length));
            if (read <= 0)
            {
                throw new InvalidDataException();
            }

            length -= read;
        }
    }
}
