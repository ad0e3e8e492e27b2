using System;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// The header of a gzip member: read to get past it; its name, comment and time are of no use here.
/// </summary>
/// <remarks>
/// RFC 1952, 2.3.1 (https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1):
/// <code>
/// +---+---+---+---+---+---+---+---+---+---+
/// |ID1|ID2|CM |FLG|     MTIME     |XFL|OS |
/// +---+---+---+---+---+---+---+---+---+---+
/// (if FLG.FEXTRA set)   XLEN (2 bytes), XLEN bytes of "extra field"
/// (if FLG.FNAME set)    original file name, zero-terminated
/// (if FLG.FCOMMENT set) file comment, zero-terminated
/// (if FLG.FHCRC set)    CRC16 (2 bytes)
/// </code>
/// </remarks>
internal ref struct GzipHeader
{
    public const byte Id1 = 0x1F;
    public const byte Id2 = 0x8B;

    /// <summary>The one compression method in use.</summary>
    public const byte Deflate = 8;

    private const int FixedLength = 10;
    private const int HasHeaderChecksum = 0x02;
    private const int HasExtraField = 0x04;
    private const int HasName = 0x08;
    private const int HasComment = 0x10;
    private const int Reserved = 0xE0;

    // The format sets none; a name this long is an attempt to keep the reader busy.
    private const int LongestText = 64 * 1024;

    private const string CutOff = "the file is cut off inside a gzip header";

    private readonly LookaheadBuffer _input;
    private readonly Crc32? _checksum;

    private GzipHeader(LookaheadBuffer input, Crc32? checksum)
    {
        _input = input;
        _checksum = checksum;
    }

    /// <summary>Goes past the header, or says what is wrong with it.</summary>
    public static (GzipDamageKind Kind, string Reason)? Read(LookaheadBuffer input)
    {
        bool complete = input.TryFill(FixedLength);
        ReadOnlySpan<byte> start = input.Ahead;

        if ((start.Length > 0 && start[0] != Id1) || (start.Length > 1 && start[1] != Id2))
        {
            return (GzipDamageKind.BadHeader, "there is no gzip header: it would begin with the bytes 1F 8B");
        }

        if (start.Length > 2 && start[2] != Deflate)
        {
            return (GzipDamageKind.BadHeader, $"the gzip header names compression method {start[2]}; the only one there is, deflate, is 8");
        }

        if (!complete)
        {
            return (GzipDamageKind.CutShort, start.IsEmpty ? "the file is empty: there is not even a gzip header" : CutOff);
        }

        // RFC 1952, 2.3.1.2: a decompressor "must give an error indication if any reserved bit is non-zero, since such
        // a bit could indicate the presence of a new field that would cause subsequent data to be interpreted incorrectly".
        int flags = start[3];
        if ((flags & Reserved) != 0)
        {
            return (GzipDamageKind.BadHeader, "the gzip header has a flag set that the format reserves");
        }

        var header = new GzipHeader(input, (flags & HasHeaderChecksum) != 0 ? new Crc32() : null);
        header._checksum?.Append(start.Slice(0, FixedLength));
        input.Take(FixedLength);
        return header.ReadOptionalFields(flags);
    }

    private readonly (GzipDamageKind, string)? ReadOptionalFields(int flags)
    {
        bool complete =
            ((flags & HasExtraField) == 0 || SkipExtraField()) &&
            ((flags & HasName) == 0 || SkipText()) &&
            ((flags & HasComment) == 0 || SkipText());
        if (!complete)
        {
            return _input.ReachesEnd && _input.Ahead.IsEmpty
                ? (GzipDamageKind.CutShort, CutOff)
                : (GzipDamageKind.BadHeader, "the gzip header has a name or comment of more than 64 KB");
        }

        if (_checksum is null)
        {
            return null;
        }

        // "The CRC16 consists of the two least significant bytes of the CRC32 for all bytes of the gzip header up to
        // and not including the CRC16."
        int expected = (ushort)_checksum.Value;
        return !TryTake(out byte low) || !TryTake(out byte high)
            ? (GzipDamageKind.CutShort, CutOff)
            : (low | (high << 8)) == expected
                ? null
                : (GzipDamageKind.BadHeader, "the gzip header does not have the checksum it states");
    }

    private readonly bool SkipExtraField()
    {
        if (!TryTake(out byte low) || !TryTake(out byte high))
        {
            return false;
        }

        for (int left = low | (high << 8); left > 0; left--)
        {
            if (!TryTake(out _))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool SkipText()
    {
        for (int length = 0; length < LongestText && TryTake(out byte next); length++)
        {
            if (next == 0)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool TryTake(out byte value)
    {
        if (!_input.TryTake(out value))
        {
            return false;
        }

        _checksum?.Append([value]);
        return true;
    }
}
