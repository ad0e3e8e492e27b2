using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using DeadlineTrail.Parsing;
using DeadlineTrail.Parsing.Compression;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>
/// Gzip files: as they come, or, where the first byte is odd, compressed data in a file made right around it.
/// </summary>
internal sealed class GzipTarget : FuzzTarget
{
    internal override string Name => "gzip";

    internal override string About => "the two readers of gzip against each other, and against the runtime's where the file is whole";

    internal override IEnumerable<byte[]> Seeds =>
        from text in new[] { "a", "{\"Records\":[]}", new string('x', 5000) }
        let file = SampleRecords.Gzip(text)
        from seed in new byte[][] { [0, .. file], [0, .. file, .. file], [0, .. file[..^1]], [1, .. file[10..^8]] }
        select seed;

    internal override void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        var file = (input[0] & 1) == 0 ? input[1..] : Around(input[1..]);
        var quick = Read(new MemoryStream(file));
        var exact = Read(new PieceStream(file));
        FindingException.Unless(quick.Text.AsSpan().SequenceEqual(exact.Text), "what can seek gives another text than what cannot");

        // Which of several it is called, where the text has not the checksum that follows, depends on the pieces.
        FindingException.Equal(exact.Damage is null, quick.Damage is null, "whether it is whole, where it cannot seek and where it can");
        if (quick.Damage is null)
        {
            var (text, isValid) = Inflate(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
            FindingException.Unless(isValid && text.AsSpan().SequenceEqual(quick.Text), "the runtime reads another text");
        }

        // Whatever it is, opening it as a log does not throw.
        using var log = LogText.Open(new MemoryStream(file));
    }

    private static (byte[] Text, GzipDamageException? Damage) Read(Stream file)
    {
        using var text = new MemoryStream();
        using var stream = new GzipLogStream(file);
        var buffer = new byte[8192];
        while (true)
        {
            try
            {
                var read = stream.Read(buffer, 0, buffer.Length);
                if (read == 0)
                {
                    return (text.ToArray(), null);
                }

                text.Write(buffer, 0, read);
            }
            catch (GzipDamageException damage)
            {
                return (text.ToArray(), damage);
            }
        }
    }

    private static (byte[] Text, bool IsValid) Inflate(Stream inflater)
    {
        using var text = new MemoryStream();
        using (inflater)
        {
            try
            {
                inflater.CopyTo(text);
                return (text.ToArray(), true);
            }
            catch (InvalidDataException)
            {
                return (text.ToArray(), false);
            }
        }
    }

    /// <summary>A file with the checksum and the length that its text has: chance does not find them.</summary>
    private static byte[] Around(byte[] compressed)
    {
        var (text, _) = Inflate(new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress));
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, System.IO.Hashing.Crc32.HashToUInt32(text));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), (uint)text.Length);
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, .. compressed, .. trailer];
    }
}
