using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources;

/// <summary>A log that can be read, wherever it lies.</summary>
internal abstract class LogFile
{
    /// <summary>Gets what a user calls it: a path, an S3 address.</summary>
    internal abstract string Path { get; }

    /// <summary>Gets its size as it lies there.</summary>
    internal abstract long Length { get; }

    /// <summary>Gets the ticks (UTC) of the minute in which it was delivered, by its name; null when it is undated.</summary>
    internal abstract long? StampTicks { get; }

    /// <summary>Opens it, as it lies there: compressed or not.</summary>
    /// <param name="cancellation">Ends a wait for its content, where there can be one.</param>
    internal abstract Stream Open(CancellationToken cancellation);
}
