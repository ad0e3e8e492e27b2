using System;
using System.IO;

namespace DeadlineTrail.Sources.Files;

/// <summary>
/// A file as it was when it was opened: what is appended meanwhile is not read. Whoever writes as fast as it is read would
/// otherwise never let it end. Read with <see cref="Read(byte[], int, int)"/>, like all streams here.
/// </summary>
internal sealed class FileAsOpened : FileStream
{
    private readonly long _length;

    internal FileAsOpened(string path)
        : base(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan)
    {
        // A pipe has no length, and the files of /proc say so of themselves.
        _length = CanSeek && Length > 0 ? Length : long.MaxValue;
    }

    /// <inheritdoc/>
    public override int Read(byte[] array, int offset, int count) =>
        base.Read(array, offset, _length == long.MaxValue ? count : (int)Math.Max(0, Math.Min(count, _length - Position)));
}
