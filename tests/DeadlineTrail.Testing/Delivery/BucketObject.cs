using System;
using System.IO;
using System.IO.Compression;

namespace DeadlineTrail.Testing;

/// <summary>One object of the trail's bucket.</summary>
public sealed class BucketObject
{
    internal BucketObject(string key, DateTime delivered, ReadOnlyMemory<byte> content, int records, string kind)
    {
        Key = key;
        Delivered = delivered;
        Content = content;
        Records = records;
        Kind = kind;
    }

    /// <summary>The whole key, prefix included.</summary>
    public string Key { get; }

    /// <summary>The time in its name, UTC.</summary>
    public DateTime Delivered { get; }

    /// <summary>The content before compression.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Event records in it; 0 for files that are not logs.</summary>
    public int Records { get; }

    /// <summary>CloudTrail, CloudTrail-Digest, CloudTrail-Insight or CloudTrail-Aggregated.</summary>
    public string Kind { get; }

    /// <summary>The object as it lies in the bucket. .NET writes no time into the gzip header.</summary>
    public void CopyTo(Stream destination, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var gzip = new GZipStream(destination, level, leaveOpen: true);
        gzip.Write(Content.Span);
    }

    /// <summary>The object as it lies in the bucket.</summary>
    public byte[] Compress()
    {
        using var memory = new MemoryStream();
        CopyTo(memory);
        return memory.ToArray();
    }
}
