using System;
using System.IO;

namespace DeadlineTrail.Parsing;

/// <summary>A stream whose first bytes were read already, to see what it is.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream
{
    private int _given;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given == prefix.Length || count == 0)
        {
            return rest.Read(buffer, offset, count);
        }

        var given = Math.Min(count, prefix.Length - _given);
        Buffer.BlockCopy(prefix, _given, buffer, offset, given);
        _given += given;
        return given;
    }
}
