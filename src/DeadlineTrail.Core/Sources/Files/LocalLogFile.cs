using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Files;

/// <summary>A log file on this machine, or on a share.</summary>
internal sealed class LocalLogFile : LogFile
{
    internal LocalLogFile(FoundLog found)
    {
        Path = found.Path;
        Length = found.Length;
        StampTicks = found.Name?.OrderStampIn(found.Path);
    }

    /// <inheritdoc/>
    internal override string Path { get; }

    /// <inheritdoc/>
    internal override long Length { get; }

    /// <inheritdoc/>
    internal override long? StampTicks { get; }

    /// <inheritdoc/>
    internal override Stream Open(CancellationToken cancellation) => new FileAsOpened(LongPath.Of(Path));
}
