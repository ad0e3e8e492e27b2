using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing.Loopback.S3;

/// <summary>"List results are always returned in UTF-8 binary order": of code points, not of UTF-16 units.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        int same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length - right.Length;
        }

        // Halves of surrogate pairs stand for code points above all single units.
        (char a, char b) = (left[same], right[same]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b : char.IsSurrogate(a) ? 1 : -1;
    }
}
