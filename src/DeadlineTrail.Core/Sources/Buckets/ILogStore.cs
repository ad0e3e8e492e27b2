using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>A bucket, as far as a reader of logs needs it. Calls block; they come from threads made for it.</summary>
internal interface ILogStore
{
    /// <summary>Gets the folders below a prefix: its common prefixes up to the next slash.</summary>
    /// <exception cref="LogStoreException">They cannot be listed.</exception>
    IReadOnlyList<string> Folders(string prefix, CancellationToken cancellation);

    /// <summary>Gets the objects below a prefix, page by page.</summary>
    /// <exception cref="LogStoreException">They cannot be listed.</exception>
    IEnumerable<StoredLog> List(string prefix, CancellationToken cancellation);

    /// <summary>Opens an object from a position on.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="eTag">The version that is wanted, or null for any.</param>
    /// <param name="position">The first byte that is wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="LogStoreException">It cannot be opened; another attempt will not help.</exception>
    /// <exception cref="IOException">The connection failed; another attempt may help.</exception>
    LogContent Open(string key, string? eTag, long position, CancellationToken cancellation);
}

/// <summary>An object in a bucket.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Length">Its size; null when it was not listed but named.</param>
/// <param name="ETag">The name of this version of it; null for the one that is found.</param>
internal sealed record StoredLog(string Key, long? Length, string? ETag);

/// <summary>The content of an object.</summary>
/// <param name="Stream">The bytes. They are read with a token that ends a wait for them, where the stream can.</param>
/// <param name="Length">The size of the whole object.</param>
/// <param name="ETag">The version they are of.</param>
internal sealed record LogContent(Stream Stream, long Length, string ETag);
