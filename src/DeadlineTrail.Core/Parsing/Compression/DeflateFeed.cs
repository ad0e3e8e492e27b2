using System;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// Hands compressed bytes to a <see cref="System.IO.Compression.DeflateStream"/> in such portions that one can tell
/// where the deflate data ended, which that class keeps to itself.
/// </summary>
/// <remarks>
/// <para>
/// DeflateStream asks for more only when it has used up all it was handed and has not met the end of the data (so in
/// dotnet/runtime, DeflateStream.ReadCore: it reads when <c>Inflate</c> gave nothing, is not finished and
/// <c>NeedsInput</c>; and in .NET Framework, where the same holds of both its inflaters). So once it is finished, the
/// end lies inside the last portion it asked for. A portion of one byte pins the end exactly.
/// </para>
/// <para>
/// RFC 1952, 2.2: members "simply appear one after another in the file, with no additional information before,
/// between, or after them". In a whole file the deflate data of a member ends 8 bytes (CRC32 and ISIZE) before the
/// end of the file or before the ID1, ID2 and CM of the next member. The byte before each place like that is handed
/// over as a portion of its own; by chance such a place turns up once in 16 MB of compressed data.
/// </para>
/// <para>
/// The feed does not seek, since newer runtimes rewind a stream that can
/// (https://github.com/dotnet/runtime/pull/121111).
/// </para>
/// </remarks>
internal sealed class DeflateFeed(LookaheadBuffer input) : ForwardStream
{
    /// <summary>CRC32 and ISIZE.</summary>
    public const int TrailerLength = 8;

    // A place where a member may end is known once the trailer and the three bytes after it are in sight.
    private const int Lookahead = TrailerLength + 3;

    private static ReadOnlySpan<byte> StartOfMember => [GzipHeader.Id1, GzipHeader.Id2, GzipHeader.Deflate];

    /// <summary>Whether more was asked for than there is: the deflate data is cut.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Position of the first byte of the last portion.</summary>
    public long PortionStart { get; private set; }

    /// <summary>Position after the last portion.</summary>
    public long PortionEnd => input.Position;

    public override int Read(byte[] buffer, int offset, int count)
    {
        input.TryFill(Lookahead + 1);
        ReadOnlySpan<byte> ahead = input.Ahead;
        if (ahead.IsEmpty)
        {
            RanOut = true;
            return 0;
        }

        int length = Math.Min(count, UpToPossibleEndOfFile(ahead.Length));
        length = UpToPossibleMember(ahead, length);

        ahead.Slice(0, length).CopyTo(buffer.AsSpan(offset));
        PortionStart = input.Position;
        input.Take(length);
        return length;
    }

    // All but the last byte before the trailer at the end of the file; then that byte; then, if the trailer is taken
    // for deflate data too, since the file is cut, byte by byte, so that the number of bytes left over is known.
    private int UpToPossibleEndOfFile(int ahead) =>
        !input.ReachesEnd ? ahead - Lookahead : Math.Max(ahead - TrailerLength - 1, 1);

    // The same before the trailer in front of what looks like the start of a member.
    private static int UpToPossibleMember(ReadOnlySpan<byte> ahead, int length)
    {
        const int LastByteAndTrailer = 1 + TrailerLength;
        int searched = Math.Min(length + Lookahead, ahead.Length);
        int place = searched <= LastByteAndTrailer
            ? -1
            : ahead.Slice(LastByteAndTrailer, searched - LastByteAndTrailer).IndexOf(StartOfMember);

        return place < 0 ? length : Math.Min(length, Math.Max(place, 1));
    }
}
