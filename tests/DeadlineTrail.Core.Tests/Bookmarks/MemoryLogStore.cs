using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Core.Tests.Bookmarks;

/// <summary>A bucket in memory: objects appear, are replaced, and may be forbidden.</summary>
internal sealed class MemoryLogStore : ILogStore
{
    private readonly SortedDictionary<string, (byte[] Content, string ETag)> _objects = new(StringComparer.Ordinal);
    private int _versions;

    /// <summary>Which keys may not be read.</summary>
    internal Func<string, bool> Denies { get; set; } = _ => false;

    /// <summary>Which keys break off in the middle, whatever is tried.</summary>
    internal Func<string, bool> Breaks { get; set; } = _ => false;

    /// <summary>Which prefixes may not be listed.</summary>
    internal Func<string, bool> DeniesListing { get; set; } = _ => false;

    internal ConcurrentBag<string> Listed { get; } = [];

    internal ConcurrentBag<string> Opened { get; } = [];

    internal static byte[] Compress(byte[] text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return bytes.ToArray();
    }

    internal void Put(DeliveredFile log) => _objects[log.Key] = (log.Content(), "v" + ++_versions);

    internal void Forget()
    {
        Listed.Clear();
        Opened.Clear();
    }

    public IReadOnlyList<string> Folders(string prefix, CancellationToken cancellation)
    {
        Check(prefix);
        return _objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && key.IndexOf('/', prefix.Length) > 0)
            .Select(key => key[..(key.IndexOf('/', prefix.Length) + 1)])
            .Distinct()
            .ToArray();
    }

    public IEnumerable<StoredLog> List(string prefix, CancellationToken cancellation)
    {
        Check(prefix);
        Listed.Add(prefix);
        return _objects.Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(each => new StoredLog(each.Key, each.Value.Content.Length, each.Value.ETag)).ToArray();
    }

    public LogContent Open(string key, string? eTag, long position, CancellationToken cancellation)
    {
        Opened.Add(key);
        if (Denies(key))
        {
            throw new LogStoreException(ProblemKind.AccessDenied, "s3:GetObject is missing.");
        }

        var (content, version) = _objects[key];
        if (Breaks(key) && position > 0)
        {
            throw new LogStoreException(ProblemKind.Unreadable, "it was replaced by another version while it was read; ask again");
        }

        var length = Breaks(key) ? content.Length / 2 : content.Length;
        return new LogContent(new MemoryStream(content, (int)position, length - (int)position), content.Length, version);
    }

    private void Check(string prefix)
    {
        if (DeniesListing(prefix))
        {
            throw new LogStoreException(ProblemKind.AccessDenied, "s3:ListBucket is missing.");
        }
    }
}
