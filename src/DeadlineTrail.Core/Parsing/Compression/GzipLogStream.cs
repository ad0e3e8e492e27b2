using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Threading;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// The text of a gzip file, all its members in a row, and the truth about whether it was whole.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="GZipStream"/> ends in silence where a file is cut, accepts a missing checksum and ignores what follows
/// the last member. Here every byte that precedes a damage is read first; the read after it throws
/// <see cref="GzipDamageException"/>, and so does every later one. A read that returns 0 means that the file is whole.
/// </para>
/// <para>
/// With <see cref="GzipDamageKind.WrongChecksum"/> all the text has been handed over by then, and any of it may be
/// wrong: a caller that must not pass on unproven text waits for the 0. After <see cref="GzipDamageKind.BadData"/> in a
/// stream that cannot seek, more than 64 KB in, the text of the interrupted read is lost.
/// </para>
/// <para>
/// Read with <see cref="Read(byte[], int, int)"/>: the other forms of reading work, through it, with a copy.
/// </para>
/// </remarks>
internal sealed class GzipLogStream : Stream
{
    private readonly LookaheadBuffer _input;
    private readonly GzipExpansionLimit _limit;
    private readonly CancellationToken _cancellation;
    private readonly Crc32 _checksum = new();

    private DeflateFeed? _feed;
    private DeflateStream? _inflater;
    private long _memberStart;
    private long _memberLength;
    private long _fedBefore;

    // What every further read throws.
    private Exception? _damage;
    private bool _ended;
    private bool _disposed;

    /// <param name="compressed">Read from where it stands; it need not seek.</param>
    /// <param name="leaveOpen">Whether the compressed stream outlives this one.</param>
    /// <param name="limit">How far the data may expand; normally <see cref="GzipExpansionLimit.Default"/>.</param>
    /// <param name="cancellation">Also looked at where a single read goes through much without yielding text.</param>
    public GzipLogStream(
        Stream compressed,
        bool leaveOpen = false,
        GzipExpansionLimit? limit = null,
        CancellationToken cancellation = default)
    {
        _input = new LookaheadBuffer(compressed, leaveOpen);
        _limit = limit ?? GzipExpansionLimit.Default;
        _cancellation = cancellation;
    }

    /// <summary>Bytes of the file used so far, to within the few KB that are being inflated.</summary>
    public long CompressedPosition => _input.Position;

    /// <summary>Bytes of text read so far.</summary>
    public long UncompressedPosition { get; private set; }

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="GzipDamageException">All that can be read has been, and the file is not whole.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        // Filled as far as possible: the last portions of a member are single bytes, not worth a call each to anyone.
        Span<byte> unfilled = buffer.AsSpan(offset, count);
        while (!unfilled.IsEmpty && !_ended && _damage is null)
        {
            if (_inflater is null)
            {
                _cancellation.ThrowIfCancellationRequested();
                OpenMember();
                continue;
            }

            int read = Inflate(_inflater, buffer, offset + count - unfilled.Length, unfilled.Length);
            Account(unfilled.Slice(0, read));
            unfilled = unfilled.Slice(read);
            if (read == 0 && _damage is null)
            {
                CloseMember(_inflater, _feed!);
            }
        }

        int filled = count - unfilled.Length;
        return filled == 0 && _damage is not null ? throw _damage : filled;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _damage = new ObjectDisposedException(nameof(GzipLogStream));
            _inflater?.Dispose();
            _feed?.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private void OpenMember()
    {
        if (GzipHeader.Read(_input) is var (kind, reason))
        {
            Damage(kind, reason);
            return;
        }

        _memberStart = _fedBefore = _input.Position;
        _memberLength = 0;
        _checksum.Reset();
        _feed ??= new DeflateFeed(_input);
        _inflater = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
    }

    private int Inflate(DeflateStream inflater, byte[] buffer, int offset, int count)
    {
        try
        {
            return inflater.Read(buffer, offset, count);
        }
        catch (InvalidDataException)
        {
            // The runtime can be told to throw at the end of cut data (System.IO.Compression.UseStrictValidation).
            if (_feed!.RanOut)
            {
                return 0;
            }

            long fed = _input.Position;
            Stream? member = _input.TryReopen(_memberStart);
            int read = member is null ? 0 : InflateReplay.Read(
                member, _memberLength, _fedBefore - _memberStart, fed - _memberStart, buffer.AsSpan(offset, count));
            Damage(GzipDamageKind.BadData, "the compressed data is invalid", fed, UncompressedPosition + read);
            return read;
        }
    }

    private void Account(ReadOnlySpan<byte> text)
    {
        _checksum.Append(text);
        _memberLength += text.Length;
        UncompressedPosition += text.Length;
        _fedBefore = _input.Position;

        if (_damage is null && _limit.IsExceededBy(UncompressedPosition, _input.Position))
        {
            Damage(
                GzipDamageKind.ExpandsTooFar,
                $"the compressed data expands to more than {_limit.Ratio} times its size: it was not made from logs and is not read further");
        }
    }

    private void CloseMember(DeflateStream inflater, DeflateFeed feed)
    {
        inflater.Dispose();
        _inflater = null;

        if (feed.RanOut)
        {
            Damage(GzipDamageKind.CutShort, "the gzip data ends before its checksum: the file is cut off");
        }
        else if (feed.PortionEnd - feed.PortionStart == 1)
        {
            CheckTrailer();
        }
        else
        {
            ExplainWhatFollows(feed);
        }
    }

    // The deflate data ended exactly here.
    private void CheckTrailer()
    {
        if (!_input.TryFill(DeflateFeed.TrailerLength))
        {
            Damage(
                GzipDamageKind.MissingTrailer,
                $"the gzip data is complete but the file is cut off {_input.Ahead.Length} bytes into the 8 of its checksum and length");
            return;
        }

        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(_input.Ahead);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(_input.Ahead.Slice(4));
        if (checksum != _checksum.Value)
        {
            Damage(
                GzipDamageKind.WrongChecksum,
                $"the checksum is wrong: the file states {checksum:X8} and the text has {_checksum.Value:X8}");
        }
        else if (length != (uint)_memberLength)
        {
            Damage(
                GzipDamageKind.WrongLength,
                $"the length is wrong: the file states {length} bytes and the text has {(uint)_memberLength} (modulo 2^32)");
        }
        else
        {
            _input.Take(DeflateFeed.TrailerLength);
            LookForMember();
        }
    }

    private void LookForMember()
    {
        if (!_input.TryFill(1))
        {
            _ended = true;
        }
        else if (!_input.TryFill(2) || _input.Ahead[0] != GzipHeader.Id1 || _input.Ahead[1] != GzipHeader.Id2)
        {
            DamageByTrailingBytes();
        }
    }

    // The deflate data ended within the last portion but not at a place where it would in a whole file. That is damage
    // of one kind or another, so a chance find of eight fitting bytes could only spoil the reason that is given for it.
    private void ExplainWhatFollows(DeflateFeed feed)
    {
        Span<byte> trailer = stackalloc byte[DeflateFeed.TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.Slice(4), (uint)_memberLength);

        long earliest = feed.PortionStart + 1;
        long latest = Math.Min(feed.PortionEnd + trailer.Length, _input.Position + _input.Ahead.Length);
        ReadOnlySpan<byte> possible = _input.Between(earliest, latest);
        int found = possible.IndexOf(trailer);
        if (found < 0)
        {
            Damage(GzipDamageKind.WrongChecksum, "the checksum is wrong: what follows the compressed data does not fit the text");
            return;
        }

        // The trailer of an empty text is all zeros, and the last byte of its deflate data is one as well.
        while (possible.Slice(found + 1).StartsWith(trailer))
        {
            found++;
        }

        _input.MoveTo(earliest + found + trailer.Length);
        LookForMember();
        if (_damage is null)
        {
            if (GzipHeader.Read(_input) is var (kind, reason))
            {
                Damage(kind, reason);
            }
            else
            {
                DamageByTrailingBytes();
            }
        }
    }

    private void DamageByTrailingBytes()
    {
        // Padding, as tapes and block devices leave it, is said to be that; gzip(1) ignores it.
        const int Examined = 32 * 1024;
        _input.TryFill(Examined);
        bool zeros = true;
        foreach (byte next in _input.Ahead)
        {
            zeros &= next == 0;
        }

        Damage(
            GzipDamageKind.TrailingBytes,
            zeros ? "zero bytes follow the end of the gzip data" : "bytes that are no gzip data follow its end");
    }

    private void Damage(GzipDamageKind kind, string reason) =>
        Damage(kind, reason, _input.Position, UncompressedPosition);

    private void Damage(GzipDamageKind kind, string reason, long compressedPosition, long uncompressedPosition) =>
        _damage = new GzipDamageException(kind, reason, compressedPosition, uncompressedPosition);
}
