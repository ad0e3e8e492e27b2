using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DeadlineTrail.Parsing;

/// <content>Whole records at a time, where nothing in them is worth a look: nearly all of a trail.</content>
internal partial struct ElementScanner
{
    /// <summary>What stands between two records as CloudTrail writes them, and how the second begins.</summary>
    private static ReadOnlySpan<byte> NextRecord => ",{\"eventVersion\":\"1."u8;

    /// <summary>
    /// Passes records of a list that hold neither the needle nor a backslash, and of which the next follows as CloudTrail
    /// writes it. Needs a needle of one text.
    /// </summary>
    /// <param name="text">The first record from its opening bracket on, and what follows; nothing behind it is read.</param>
    /// <param name="needle">The needle.</param>
    /// <param name="passed">How many records were passed.</param>
    /// <returns>Where the first record begins that was not passed.</returns>
    internal static int PassRecords(ReadOnlySpan<byte> text, RecordNeedle needle, out int passed) =>
        Vector512.IsHardwareAccelerated ? PassRecordBlocks<Block512>(text, needle, out passed)
        : Vector256.IsHardwareAccelerated ? PassRecordBlocks<Block256>(text, needle, out passed)
        : PassRecordBlocks<Block128>(text, needle, out passed);

    /// <summary><see cref="PassRecords"/> with vectors of a width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int PassRecordBlocks<TBlock>(ReadOnlySpan<byte> text, RecordNeedle needle, out int passed)
        where TBlock : struct, IBlock<TBlock>
    {
        passed = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        var looking = TBlock.LookingFor(needle.Texts[0]);
        var last = text.Length - Block - Math.Max(needle.Longest, NextRecord.Length);
        var record = 0;
        var open = 1;
        var carried = 0UL;
        for (var at = PassBlocks(ref first, 1, last, ref open, ref carried, looking); at <= last; at = PassBlocks(ref first, at + Block, last, ref open, ref carried, looking))
        {
            var masks = looking.Glance(ref Unsafe.Add(ref first, at));
            if (masks.Notable != 0)
            {
                break;
            }

            // A record ends here, and the next begins; or brackets open first, and then as many close.
            var strings = PrefixXor(masks.Quotes) ^ carried;
            var closing = masks.Closing & ~strings;
            var opening = masks.Opening & ~strings;
            var end = EndInside(opening, closing, ref open);
            if (end >= 0)
            {
                var behind = ulong.MaxValue << end << 1;
                if (text[at + end] != '}' || (closing & behind) != 0 || !text.Slice(at + end + 1).StartsWith(NextRecord))
                {
                    break;
                }

                passed++;
                record = at + end + 2;
                open = BitOperations.PopCount(opening & behind);
            }

            carried = (ulong)((long)strings >> 63);
        }

        return record;
    }
}
