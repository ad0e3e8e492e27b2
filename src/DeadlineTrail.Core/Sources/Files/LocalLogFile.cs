using System;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Files;

/// <summary>
/// A log file on this machine, or on a share, as it was found. There may be millions of them at once, so it keeps of its name
/// only what is asked for.
/// </summary>
internal sealed class LocalLogFile : LogFile
{
    private LocalLogFile(string path, LogFileName? name, long length, Exception? failure)
    {
        Path = path;
        Length = length;
        StampTicks = name?.OrderStampIn(path);
        OtherKind = name is { HoldsEvents: false } ? name.Kind : null;
        Failure = failure;
    }

    /// <inheritdoc/>
    internal override string Path { get; }

    /// <inheritdoc/>
    internal override long Length { get; }

    /// <inheritdoc/>
    internal override long? StampTicks { get; }

    /// <summary>Gets what it holds by its name, if that is no events; else null.</summary>
    internal string? OtherKind { get; }

    /// <summary>Gets why its length cannot be told; else null.</summary>
    internal Exception? Failure { get; }

    /// <summary>Looks at a file.</summary>
    internal static LocalLogFile Of(FileInfo file)
    {
        var path = file.FullName;
        var name = LogFileName.TryParse(path);
        try
        {
            return new LocalLogFile(path, name, FileLength.Of(file), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new LocalLogFile(path, name, 0, failure);
        }
    }

    /// <inheritdoc/>
    internal override Stream Open(CancellationToken cancellation) => new FileAsOpened(LongPath.Of(Path));
}
