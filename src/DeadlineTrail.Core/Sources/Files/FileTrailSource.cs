using System;
using System.Collections.Generic;
using System.Threading;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Files;

/// <summary>Log files and folders of them, as one source.</summary>
/// <param name="paths">Files and folders, resolved.</param>
internal sealed class FileTrailSource(IReadOnlyList<string> paths) : ITrailSource
{
    // Small files are read in microseconds. To wait for the order of the answer after a few of them would cost more.
    private const int FilesAhead = 8192;

    private LogReading? _reading;

    /// <summary>Gets how many threads read.</summary>
    internal int Threads { get; init; } = Math.Max(1, Math.Min(Environment.ProcessorCount, 8));

    /// <summary>Gets how many files the last reading took to their end; others may have been read ahead in vain.</summary>
    internal int FilesTaken => _reading?.FilesTaken ?? 0;

    /// <inheritdoc/>
    public IEnumerable<TrailEvent> Read(TrailQuery query, ITrailObserver observer, CancellationToken cancellation)
    {
        _reading = new LogReading(new LogSelection(paths, query), Threads, query.MaxEvents == long.MaxValue ? FilesAhead : 0);
        return _reading.Read(query, observer, cancellation);
    }
}
