using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>A log in a bucket.</summary>
internal sealed class BucketLogFile(ILogStore store, string bucket, StoredLog log) : LogFile
{
    /// <inheritdoc/>
    internal override string Path { get; } = BucketProblems.Address(bucket, log.Key);

    /// <inheritdoc/>
    internal override long Length => log.Length ?? 0;

    /// <inheritdoc/>
    internal override long? StampTicks { get; } = LogFileName.OrderStamp(log.Key);

    /// <inheritdoc/>
    internal override Stream Open(CancellationToken cancellation) => new ResumingStream(store, log, cancellation);
}
