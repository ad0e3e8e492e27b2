using System;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>In what way a gzip file is not whole.</summary>
internal enum GzipDamageKind
{
    /// <summary>The file ends inside a header or inside the compressed data: some of the text is missing.</summary>
    CutShort,

    /// <summary>The compressed data is complete, but the file ends before the eight bytes that would prove it.</summary>
    MissingTrailer,

    /// <summary>The text does not have the CRC-32 that follows it.</summary>
    WrongChecksum,

    /// <summary>The text has the CRC-32 but not the length that follow it.</summary>
    WrongLength,

    /// <summary>What should be a gzip header is none.</summary>
    BadHeader,

    /// <summary>The compressed data breaks the rules of deflate.</summary>
    BadData,

    /// <summary>All is well up to the end of the last member, but the file goes on.</summary>
    TrailingBytes,

    /// <summary>The text is so much longer than the file that it can only be meant to exhaust the reader.</summary>
    ExpandsTooFar,
}

/// <summary>
/// Why and where a gzip file stops being readable. The message is the reason alone, without the file's name.
/// </summary>
internal sealed class GzipDamageException(
    GzipDamageKind kind, string message, long compressedPosition, long uncompressedPosition) : Exception(message)
{
    public GzipDamageKind Kind { get; } = kind;

    /// <summary>
    /// Bytes into the compressed stream. Exact at headers and trailers; for <see cref="GzipDamageKind.BadData"/> and
    /// <see cref="GzipDamageKind.ExpandsTooFar"/> the damage is at or before it.
    /// </summary>
    public long CompressedPosition { get; } = compressedPosition;

    /// <summary>Bytes of text that were handed over before this was thrown.</summary>
    public long UncompressedPosition { get; } = uncompressedPosition;
}
