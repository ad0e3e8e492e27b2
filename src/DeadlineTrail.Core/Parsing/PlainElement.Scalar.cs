using System;

namespace DeadlineTrail.Parsing;

/// <content>Without vectors, System.Text.Json is as quick.</content>
internal ref partial struct PlainElement
{
    internal static partial bool TryWalk(ReadOnlySpan<byte> json, Span<int> starts) => false;
}
