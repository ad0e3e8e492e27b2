using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using Reference = System.IO.Hashing.Crc32;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

/// <summary>Gzip files for tests, made without the code under test.</summary>
internal static class GzipFile
{
    /// <summary>As the runtime's own writer makes them; and as gzip(1) does of nothing, where that writer writes nothing.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text, CompressionLevel level = CompressionLevel.Optimal)
    {
        if (text.IsEmpty)
        {
            return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        }

        var file = new MemoryStream();
        using (var writer = new GZipStream(file, level, leaveOpen: true))
        {
            writer.Write(text);
        }

        return file.ToArray();
    }

    /// <summary>With the text in the clear, in stored blocks, so that the length of the file can be chosen.</summary>
    public static byte[] Stored(ReadOnlySpan<byte> text)
    {
        var file = new List<byte> { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255 };
        ReadOnlySpan<byte> left = text;
        do
        {
            ushort length = (ushort)Math.Min(left.Length, ushort.MaxValue);
            file.Add(length == left.Length ? (byte)1 : (byte)0);
            file.AddRange([(byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8)]);
            file.AddRange(left[..length]);
            left = left[length..];
        }
        while (!left.IsEmpty);

        file.AddRange(Trailer(text));
        return [.. file];
    }

    public static byte[] Trailer(ReadOnlySpan<byte> text)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Reference.HashToUInt32(text));
        BinaryPrimitives.WriteInt32LittleEndian(trailer.AsSpan(4), text.Length);
        return trailer;
    }

    /// <summary>Text like a log: the same keys over and over, other values.</summary>
    public static byte[] LogText(int records, int seed = 1)
    {
        var random = new Random(seed);
        var text = new StringBuilder("{\"Records\":[");
        for (int record = 0; record < records; record++)
        {
            text.Append(record > 0 ? "," : "").Append("{\"eventVersion\":\"1.11\",\"eventTime\":\"2026-03-02T10:")
                .Append(record / 60 % 60).Append(':').Append(record % 60)
                .Append("Z\",\"eventSource\":\"deadline.amazonaws.com\",\"eventName\":\"GetJob\",\"awsRegion\":\"us-west-2\",")
                .Append("\"requestParameters\":{\"farmId\":\"farm-").Append(random.NextInt64()).Append("\"},\"eventID\":\"")
                .Append(new Guid(random.Next(), 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1])).Append("\"}");
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    public static byte[] RandomBytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
