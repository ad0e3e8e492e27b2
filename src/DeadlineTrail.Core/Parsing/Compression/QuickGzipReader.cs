using System;
using System.IO;
using System.IO.Compression;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// Reads gzip with <see cref="GZipStream"/>, whose zlib checks each member's checksum while it inflates, and finds out
/// whether the file was whole, on which GZipStream is silent.
/// </summary>
/// <remarks>
/// GZipStream is given one byte more than the file has. Where the last member is complete, this byte is left over: it
/// begins no other member, so GZipStream ends without asking for more. Where the file is cut, even by one byte, it is
/// used up and GZipStream asks for more. Where something follows the last member, GZipStream ends before it gets there.
/// (dotnet/runtime, DeflateStream.ReadCore and Inflater.ResetStreamForLeftoverInput.)
/// </remarks>
internal sealed class QuickGzipReader : IDisposable
{
    private readonly LookaheadBuffer _input;
    private readonly OneByteMoreStream _feed;
    private readonly GZipStream _inflater;

    /// <param name="input">The file, which GZipStream itself would read in pieces of 8 KB; disposed with this.</param>
    public QuickGzipReader(LookaheadBuffer input)
    {
        _input = input;
        _feed = new OneByteMoreStream(input);
        _inflater = new GZipStream(_feed, CompressionMode.Decompress);
    }

    /// <summary>GZipStream of .NET Framework reads the first member only.</summary>
    public static bool IsSupported => Environment.Version.Major >= 8;

    /// <summary>After a read that gave nothing: whether the file was whole and all of its text was right.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether what was read broke the format or did not have its checksum.</summary>
    public bool IsInvalid { get; private set; }

    /// <summary>Bytes of the file used so far, to within the few KB that are being inflated.</summary>
    public long CompressedPosition => _input.Position;

    /// <returns>
    /// The number of bytes read; 0 at the end and where the file is not whole, by then perhaps with some text withheld.
    /// </returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read;
        try
        {
            read = _inflater.Read(buffer, offset, count);
        }
        catch (InvalidDataException)
        {
            IsInvalid = !_feed.GaveMore;
            return 0;
        }

        // All text had come out before the byte was asked for, so what comes out after it is no text.
        if (_feed.GaveMore)
        {
            IsWhole = read == 0 && !_feed.WasAskedForStillMore;
            return 0;
        }

        return read;
    }

    public void Dispose()
    {
        _inflater.Dispose();
        _input.Dispose();
    }

    private sealed class OneByteMoreStream(LookaheadBuffer input) : ForwardStream
    {
        private const byte BeginsNoMember = 0;

        public bool GaveMore { get; private set; }

        public bool WasAskedForStillMore { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!GaveMore && input.TryFill(1))
            {
                int read = Math.Min(count, input.Ahead.Length);
                input.Ahead.Slice(0, read).CopyTo(buffer.AsSpan(offset));
                input.Take(read);
                return read;
            }

            if (GaveMore)
            {
                WasAskedForStillMore = true;
                return 0;
            }

            GaveMore = true;
            buffer[offset] = BeginsNoMember;
            return 1;
        }
    }
}
