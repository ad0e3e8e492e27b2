using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Core.Tests.Sources.Buckets;

/// <summary>A folder as if it were a bucket, whose connections break when told to.</summary>
internal sealed class FolderStore(string folder) : ILogStore
{
    private readonly string[] _keys = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>What is done to the nth call that opens an object: null for nothing, else after how many bytes it breaks.</summary>
    internal Func<int, int?> Break { get; init; } = _ => null;

    /// <summary>Keys that may not be read.</summary>
    internal Func<string, bool> Denies { get; init; } = _ => false;

    /// <summary>Prefixes that may not be listed.</summary>
    internal Func<string, bool> DeniesListing { get; init; } = _ => false;

    /// <summary>In what way those are refused.</summary>
    internal ProblemKind Refusal { get; init; } = ProblemKind.AccessDenied;

    /// <summary>Keys of objects without content, which are listed beside the others.</summary>
    internal string[] Empty { get; init; } = [];

    internal ConcurrentBag<string> Listed { get; } = [];

    internal ConcurrentBag<string> Opened { get; } = [];

    public IReadOnlyList<string> Folders(string prefix, CancellationToken cancellation)
    {
        Check(prefix);
        return _keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && key.IndexOf('/', prefix.Length) > 0)
            .Select(key => key[..(key.IndexOf('/', prefix.Length) + 1)])
            .Distinct()
            .ToArray();
    }

    public IEnumerable<StoredLog> List(string prefix, CancellationToken cancellation)
    {
        Check(prefix);
        Listed.Add(prefix);
        return _keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => new StoredLog(key, new FileInfo(Path.Combine(folder, key)).Length, "v1"))
            .Concat(Empty.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => new StoredLog(key, 0, "v1")));
    }

    public LogContent Open(string key, string? eTag, long position, CancellationToken cancellation)
    {
        Opened.Add(key);
        if (Denies(key))
        {
            throw new LogStoreException(Refusal, "s3:GetObject is missing.");
        }

        if (Empty.Contains(key))
        {
            return new LogContent(new MemoryStream(), 0, "v1");
        }

        var stream = File.OpenRead(Path.Combine(folder, key));
        stream.Position = position;
        return new LogContent(Break(Opened.Count) is { } after ? new BreakingStream(stream, after) : stream, stream.Length, "v1");
    }

    private void Check(string prefix)
    {
        if (DeniesListing(prefix))
        {
            throw new LogStoreException(Refusal, "s3:ListBucket is missing.");
        }
    }

    private sealed class BreakingStream(Stream whole, int after) : MemoryStream
    {
        private int _left = after;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0)
            {
                throw new IOException("The connection was reset.");
            }

            var read = whole.Read(buffer, offset, Math.Min(count, _left));
            _left -= read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            whole.Dispose();
            base.Dispose(disposing);
        }
    }
}
