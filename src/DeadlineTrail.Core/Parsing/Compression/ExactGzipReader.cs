using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// Reads gzip member by member and knows at each point how far it has come, so that it can say what is wrong where.
/// </summary>
/// <remarks>
/// Headers and trailers are read here, the deflate data by <see cref="DeflateStream"/>, and <see cref="DeflateFeed"/>
/// finds where it ends. <see cref="QuickGzipReader"/> is quicker but knows only whether a file was whole.
/// </remarks>
internal sealed class ExactGzipReader(LookaheadBuffer input) : IDisposable
{
    private readonly LookaheadBuffer _input = input;
    private readonly Crc32 _checksum = new();

    private DeflateFeed? _feed;
    private DeflateStream? _inflater;
    private long _memberStart;
    private long _memberLength;
    private long _fedBefore;
    private long _length;
    private bool _ended;

    /// <summary>Bytes of the file used so far, to within the few KB that are being inflated.</summary>
    public long CompressedPosition => _input.Position;

    /// <summary>What is wrong with the file; null until all that precedes it has been read.</summary>
    public GzipDamageException? Damage { get; private set; }

    /// <returns>The number of bytes read; 0 at the end of a whole file and at the <see cref="Damage"/>.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        while (!_ended && Damage is null)
        {
            if (_inflater is null)
            {
                OpenMember();
                continue;
            }

            int read = Inflate(_inflater, buffer, offset, count);
            if (read > 0)
            {
                _checksum.Append(buffer.AsSpan(offset, read));
                _memberLength += read;
                _length += read;
                _fedBefore = _input.Position;
                return read;
            }

            if (Damage is null)
            {
                CloseMember(_inflater, _feed!);
            }
        }

        return 0;
    }

    public void Dispose()
    {
        _inflater?.Dispose();
        _feed?.Dispose();
        _input.Dispose();
    }

    private void OpenMember()
    {
        if (GzipHeader.Read(_input) is var (kind, reason))
        {
            Fail(kind, reason);
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
            Fail(GzipDamageKind.BadData, "the compressed data is invalid", fed, _length + read);
            return read;
        }
    }

    private void CloseMember(DeflateStream inflater, DeflateFeed feed)
    {
        inflater.Dispose();
        _inflater = null;

        if (feed.RanOut)
        {
            Fail(GzipDamageKind.CutShort, "the gzip data ends before its checksum: the file is cut off");
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
            Fail(
                GzipDamageKind.MissingTrailer,
                $"the gzip data is complete but the file is cut off {_input.Ahead.Length} bytes into the 8 of its checksum and length");
            return;
        }

        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(_input.Ahead);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(_input.Ahead.Slice(4));
        if (checksum != _checksum.Value)
        {
            Fail(
                GzipDamageKind.WrongChecksum,
                $"the checksum is wrong: the file states {checksum:X8} and the text has {_checksum.Value:X8}");
        }
        else if (length != (uint)_memberLength)
        {
            Fail(
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
            FailByTrailingBytes();
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
            Fail(GzipDamageKind.WrongChecksum, "the checksum is wrong: what follows the compressed data does not fit the text");
            return;
        }

        // The trailer of an empty text is all zeros, and the last byte of its deflate data is one as well.
        while (possible.Slice(found + 1).StartsWith(trailer))
        {
            found++;
        }

        _input.MoveTo(earliest + found + trailer.Length);
        LookForMember();
        if (Damage is null)
        {
            if (GzipHeader.Read(_input) is var (kind, reason))
            {
                Fail(kind, reason);
            }
            else
            {
                FailByTrailingBytes();
            }
        }
    }

    private void FailByTrailingBytes()
    {
        // Padding, as tapes and block devices leave it, is said to be that; gzip(1) ignores it.
        const int Examined = 32 * 1024;
        _input.TryFill(Examined);
        bool zeros = true;
        foreach (byte next in _input.Ahead)
        {
            zeros &= next == 0;
        }

        Fail(
            GzipDamageKind.TrailingBytes,
            zeros ? "zero bytes follow the end of the gzip data" : "bytes that are no gzip data follow its end");
    }

    private void Fail(GzipDamageKind kind, string reason) => Fail(kind, reason, _input.Position, _length);

    private void Fail(GzipDamageKind kind, string reason, long compressedPosition, long uncompressedPosition) =>
        Damage = new GzipDamageException(kind, reason, compressedPosition, uncompressedPosition);
}
