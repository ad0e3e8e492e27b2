using System;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>What is in a corpus, counted while it was written.</summary>
/// <param name="Files">Log files.</param>
/// <param name="TextBytes">Bytes before compression.</param>
/// <param name="CompressedBytes">Bytes as they lie on the disk.</param>
/// <param name="LargestTextBytes">Bytes of the largest file before compression.</param>
/// <param name="Records">Records.</param>
/// <param name="DeadlineRecords">Records of <c>deadline.amazonaws.com</c>; no two are the same event.</param>
internal sealed record CorpusCounts(int Files, long TextBytes, long CompressedBytes, long LargestTextBytes, long Records, long DeadlineRecords)
{
    internal static CorpusCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>The counts of both together.</summary>
    internal CorpusCounts And(CorpusCounts other) => new(
        Files + other.Files,
        TextBytes + other.TextBytes,
        CompressedBytes + other.CompressedBytes,
        Math.Max(LargestTextBytes, other.LargestTextBytes),
        Records + other.Records,
        DeadlineRecords + other.DeadlineRecords);
}
