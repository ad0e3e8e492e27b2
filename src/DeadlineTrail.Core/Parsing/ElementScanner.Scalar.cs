using System;

namespace DeadlineTrail.Parsing;

/// <content>.NET Framework has no vector instructions to offer: a byte at a time.</content>
internal partial struct ElementScanner
{
    private int ScanWidest(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle) => ScanBytes(buffer, length, needle);
}
