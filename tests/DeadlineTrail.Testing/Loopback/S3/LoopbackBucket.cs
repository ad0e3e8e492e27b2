using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DeadlineTrail.Testing.Loopback.S3;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>A bucket of the loopback endpoint. Objects may come and go while it is being read.</summary>
public sealed class LoopbackBucket
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly SortedDictionary<string, StoredObject> _objects = new(Utf8Order.Instance);
    private StoredObject[]? _sorted;

    internal LoopbackBucket(string name, string region, TimeProvider clock) => (Name, Region, _clock) = (name, region, clock);

    public string Name { get; }

    public string Region { get; }

    /// <summary>Whether requests need <c>x-amz-request-payer: requester</c>.</summary>
    public bool RequesterPays { get; set; }

    /// <summary>The keys, in the order of listings.</summary>
    public IReadOnlyList<string> Keys => [.. Sorted.Select(each => each.Key)];

    internal StoredObject[] Sorted
    {
        get
        {
            lock (_lock)
            {
                return _sorted ??= [.. _objects.Values];
            }
        }
    }

    /// <summary>Stores an object; one with that key is replaced. Metadata is what GetObject gives as <c>x-amz-meta-*</c>; of a storage class such as GLACIER nothing can be read.</summary>
    public void Put(string key, byte[] content, IReadOnlyDictionary<string, string>? metadata = null, string storageClass = "STANDARD") =>
        Add(StoredObject.Of(key, content, _clock.GetUtcNow(), metadata, storageClass));

    /// <summary>Stores a file; it is read when it is asked for.</summary>
    public void PutFile(string key, string file) => Add(StoredObject.OfFile(key, file));

    /// <summary>Stores every file below a folder under its relative path.</summary>
    public void PutFolder(string folder, string prefix = "")
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            PutFile(prefix + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), file);
        }
    }

    public void Delete(string key)
    {
        lock (_lock)
        {
            _objects.Remove(key);
            _sorted = null;
        }
    }

    internal StoredObject? Find(string key)
    {
        lock (_lock)
        {
            return _objects.GetValueOrDefault(key);
        }
    }

    private void Add(StoredObject each)
    {
        lock (_lock)
        {
            _objects[each.Key] = each;
            _sorted = null;
        }
    }
}
