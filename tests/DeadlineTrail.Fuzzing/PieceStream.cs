using System;
using System.IO;

namespace DeadlineTrail.Fuzzing;

/// <summary>A stream that cannot seek and gives its bytes in pieces whose sizes are as good as any.</summary>
internal sealed class PieceStream(byte[] bytes) : MemoryStream(bytes)
{
    private uint _state = 2166136261u ^ (uint)bytes.Length;

    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count)
    {
        _state = (_state * 1664525) + 1013904223;
        return base.Read(buffer, offset, Math.Min(count, 1 + (int)(_state >> 16) % 97));
    }

    public override int Read(Span<byte> buffer)
    {
        _state = (_state * 1664525) + 1013904223;
        return base.Read(buffer[..Math.Min(buffer.Length, 1 + ((int)(_state >> 16) % 97))]);
    }
}
