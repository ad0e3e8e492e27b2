using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>The content of an answer: bytes, or a part of a file that is not in memory.</summary>
internal sealed class AnswerBody
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string? _file;
    private readonly long _offset;

    public AnswerBody(ReadOnlyMemory<byte> bytes) => (_bytes, Length) = (bytes, bytes.Length);

    public AnswerBody(string file, long offset, long length) => (_file, _offset, Length) = (file, offset, length);

    public static AnswerBody None { get; } = new(ReadOnlyMemory<byte>.Empty);

    public long Length { get; }

    /// <summary>Writes a part of it.</summary>
    public async Task WriteToAsync(Stream to, long start, long length, CancellationToken cancellation)
    {
        if (_file is null)
        {
            await to.WriteAsync(_bytes.Slice((int)start, (int)length), cancellation);
            return;
        }

        await using FileStream from = File.OpenRead(_file);
        from.Position = _offset + start;
        byte[] buffer = new byte[(int)Math.Min(65536, Math.Max(1, length))];
        while (length > 0 && await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellation) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            length -= read;
        }
    }
}
