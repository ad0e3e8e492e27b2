using System;
using System.IO;
using System.IO.Compression;
using DeadlineTrail.Parsing;
using DeadlineTrail.Parsing.Compression;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

/// <summary>What a reader got out of a gzip file: the text, and the damage after it, if any.</summary>
internal sealed record Reading(byte[] Text, GzipDamageException? Damage)
{
    /// <summary>From a stream that can seek and from one that cannot, which must not make a difference.</summary>
    public static Reading Of(byte[] file, int size = 4096, GzipExpansionLimit? limit = null)
    {
        Reading seekable = Of(new MemoryStream(file), size, limit);
        Reading forward = Of(new TricklingStream(file, int.MaxValue), size, limit);
        Assert.Equal(
            (forward.Damage?.Kind, forward.Damage?.Message, forward.Damage?.UncompressedPosition),
            (seekable.Damage?.Kind, seekable.Damage?.Message, seekable.Damage?.UncompressedPosition));
        Assert.True(forward.Text.AsSpan().SequenceEqual(seekable.Text));
        if (seekable.Damage?.Kind != GzipDamageKind.ExpandsTooFar)
        {
            Assert.Equal(forward.Damage?.CompressedPosition, seekable.Damage?.CompressedPosition);
        }

        return seekable;
    }

    public static Reading Of(Stream file, int size = 4096, GzipExpansionLimit? limit = null)
    {
        using var reader = new GzipLogStream(file, limit: limit);
        var text = new MemoryStream();
        var buffer = new byte[size + 2];
        try
        {
            int read;
            while ((read = reader.Read(buffer, 1, size)) > 0)
            {
                text.Write(buffer, 1, read);
            }

            Assert.Equal(text.Length, reader.UncompressedPosition);
            return new Reading(text.ToArray(), null);
        }
        catch (GzipDamageException damage)
        {
            Assert.Equal(text.Length, damage.UncompressedPosition);
            return new Reading(text.ToArray(), damage);
        }
    }

    /// <summary>What the runtime's reader, which is silent about a file that is cut, makes of it.</summary>
    public static byte[] Silently(byte[] file)
    {
        using var reader = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        var text = new MemoryStream();
        reader.CopyTo(text);
        return text.ToArray();
    }
}

/// <summary>A stream as a network gives it: not seekable, and never more than so many bytes at once.</summary>
internal sealed class TricklingStream(byte[] bytes, int portion) : ForwardStream
{
    private int _position;

    public bool IsDisposed { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int length = Math.Min(Math.Min(count, portion), bytes.Length - _position);
        Array.Copy(bytes, _position, buffer, offset, length);
        _position += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
