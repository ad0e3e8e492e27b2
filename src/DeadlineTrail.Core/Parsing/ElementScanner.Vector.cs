using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DeadlineTrail.Parsing;

/// <content>
/// Sixty-four bytes at a time, after the first stage of simdjson: Langdale and Lemire, "Parsing Gigabytes of JSON per
/// Second", https://arxiv.org/abs/1902.08318, sections 3.1.1 (escaped characters) and 3.1.2 (quoted ranges).
/// </content>
internal partial struct ElementScanner
{
    private const int Block = 64;

    private int ScanOn(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle) =>
        Vector128.IsHardwareAccelerated ? ScanBlocks(buffer, length, needle) : ScanBytes(buffer, length, needle);

    private int ScanBlocks(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle)
    {
        if (buffer.Length < length + Slack)
        {
            throw new ArgumentException("The buffer must be readable for a block beyond its valid bytes.", nameof(buffer));
        }

        ref var start = ref MemoryMarshal.GetReference(buffer);
        var at = _scanned;
        var depth = _depth;
        var inString = _inString ? ulong.MaxValue : 0;
        var escapeCarried = _escapeCarried ? 1UL : 0;
        byte first = 0, second = 0, third = 0;
        var search = needle is not null && !SawNeedle;

        // A text that begins in this block may end in the next: a block is done with only when that is here too.
        var whole = Block + Math.Max(needle?.Bytes.Length ?? 0, RecordNeedle.EscapedAscii.Length);
        if (search)
        {
            first = needle!.Bytes[0];
            second = needle.Bytes[RecordNeedle.SecondAnchor];
            third = needle.Bytes[RecordNeedle.ThirdAnchor];
        }

        while (at < length)
        {
            ref var block = ref Unsafe.Add(ref start, at);
            var masks = Vector512.IsHardwareAccelerated ? BlockMasks.Of512(ref block)
                : Vector256.IsHardwareAccelerated ? BlockMasks.Of256(ref block)
                : BlockMasks.Of128(ref block);

            var valid = length - at;
            var inside = valid >= Block ? ulong.MaxValue : (1UL << valid) - 1;

            var nextEscapeCarried = escapeCarried;
            var quotes = masks.Quotes;
            if ((masks.Backslashes | escapeCarried) != 0)
            {
                quotes &= ~Escaped(masks.Backslashes, ref nextEscapeCarried);
            }

            var strings = PrefixXor(quotes) ^ inString;
            var opening = masks.Opening & ~strings & inside;
            var closing = masks.Closing & ~strings & inside;

            var end = -1;
            var closed = BitOperations.PopCount(closing);
            if (closed >= depth)
            {
                end = EndInside(opening, closing, ref depth);
            }
            else
            {
                depth += BitOperations.PopCount(opening) - closed;
            }

            if (end < 0 && valid < Block)
            {
                // The rest of the block is not here yet: it is scanned again when it is. Nothing was noted of it.
                break;
            }

            // Only what lies before the end belongs to this element.
            var mine = end < 0 ? ulong.MaxValue : end == Block - 1 ? ulong.MaxValue : (1UL << (end + 1)) - 1;
            if (search)
            {
                var candidates = mine & (Vector512.IsHardwareAccelerated ? BlockMasks.Anchors512(ref block, first, second, third)
                    : Vector256.IsHardwareAccelerated ? BlockMasks.Anchors256(ref block, first, second, third)
                    : BlockMasks.Anchors128(ref block, first, second, third));
                if (candidates != 0 && Confirm(buffer, at, candidates, needle!.Bytes))
                {
                    SawNeedle = true;
                    search = false;
                }
            }

            var backslashes = masks.Backslashes & mine;
            if (backslashes != 0 && !SawEscapedAscii)
            {
                // Whether the backslash is itself escaped does not matter: a record inside a string is escaped twice.
                SawEscapedAscii = Confirm(buffer, at, backslashes, RecordNeedle.EscapedAscii);
            }

            if (end >= 0)
            {
                _scanned = at + end + 1;
                return _scanned;
            }

            inString = (ulong)((long)strings >> 63);
            escapeCarried = nextEscapeCarried;
            at += Block;
            if (valid >= whole)
            {
                // Otherwise this goes on without a word of it kept: the element may end in the few bytes that are left, and
                // if it does not, the block is scanned again with what follows.
                _scanned = at;
                _depth = depth;
                _inString = inString != 0;
                _escapeCarried = escapeCarried != 0;
            }
        }

        return -1;
    }

    private static int EndInside(ulong opening, ulong closing, ref int depth)
    {
        var open = depth;
        var brackets = opening | closing;
        while (brackets != 0)
        {
            var bit = BitOperations.TrailingZeroCount(brackets);
            if ((closing >> bit & 1) == 0)
            {
                open++;
            }
            else if (--open == 0)
            {
                return bit;
            }

            brackets &= brackets - 1;
        }

        depth = open;
        return -1;
    }

    private static bool Confirm(ReadOnlySpan<byte> buffer, int at, ulong candidates, ReadOnlySpan<byte> text)
    {
        while (candidates != 0)
        {
            if (buffer.Slice(at + BitOperations.TrailingZeroCount(candidates)).StartsWith(text))
            {
                return true;
            }

            candidates &= candidates - 1;
        }

        return false;
    }

    /// <summary>Which characters are escaped: those behind an odd run of backslashes, found by one addition.</summary>
    private static ulong Escaped(ulong backslashes, ref ulong carried)
    {
        const ulong evenBits = 0x5555555555555555;
        backslashes &= ~carried;
        var follows = (backslashes << 1) | carried;
        var oddStarts = backslashes & ~evenBits & ~follows;
        var sum = unchecked(oddStarts + backslashes);
        carried = sum < oddStarts ? 1UL : 0;
        return (evenBits ^ (sum << 1)) & follows;
    }

    /// <summary>Bit i is the parity of bits 0 to i: set from an opening quote up to its closing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixXor(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        }

        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>Where in a block of 64 bytes the characters stand that structure is made of.</summary>
    private readonly record struct BlockMasks(ulong Quotes, ulong Backslashes, ulong Opening, ulong Closing)
    {
        // '{' is 7B and '[' 5B, '}' 7D and ']' 5D: with bit 20 set, one comparison finds both kinds.
        private const byte Fold = 0x20;

        internal static BlockMasks Of512(ref byte block)
        {
            var bytes = Vector512.LoadUnsafe(ref block);
            var folded = bytes | Vector512.Create(Fold);
            return new BlockMasks(
                Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector512.Equals(bytes, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits());
        }

        internal static BlockMasks Of256(ref byte block)
        {
            var low = Half(ref block);
            var high = Half(ref Unsafe.Add(ref block, 32));
            return Join(low, high, 32);

            static BlockMasks Half(ref byte at)
            {
                var bytes = Vector256.LoadUnsafe(ref at);
                var folded = bytes | Vector256.Create(Fold);
                return new BlockMasks(
                    Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits(),
                    Vector256.Equals(bytes, Vector256.Create((byte)'\\')).ExtractMostSignificantBits(),
                    Vector256.Equals(folded, Vector256.Create((byte)'{')).ExtractMostSignificantBits(),
                    Vector256.Equals(folded, Vector256.Create((byte)'}')).ExtractMostSignificantBits());
            }
        }

        internal static BlockMasks Of128(ref byte block)
        {
            var low = Join(Quarter(ref block), Quarter(ref Unsafe.Add(ref block, 16)), 16);
            var high = Join(Quarter(ref Unsafe.Add(ref block, 32)), Quarter(ref Unsafe.Add(ref block, 48)), 16);
            return Join(low, high, 32);

            static BlockMasks Quarter(ref byte at)
            {
                var bytes = Vector128.LoadUnsafe(ref at);
                var folded = bytes | Vector128.Create(Fold);
                return new BlockMasks(
                    Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits(),
                    Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits(),
                    Vector128.Equals(folded, Vector128.Create((byte)'{')).ExtractMostSignificantBits(),
                    Vector128.Equals(folded, Vector128.Create((byte)'}')).ExtractMostSignificantBits());
            }
        }

        internal static ulong Anchors512(ref byte block, byte first, byte second, byte third) =>
            (Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(first))
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.SecondAnchor), Vector512.Create(second))
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.ThirdAnchor), Vector512.Create(third)))
            .ExtractMostSignificantBits();

        internal static ulong Anchors256(ref byte block, byte first, byte second, byte third) =>
            Half(ref block, first, second, third) | (ulong)Half(ref Unsafe.Add(ref block, 32), first, second, third) << 32;

        internal static ulong Anchors128(ref byte block, byte first, byte second, byte third) =>
            Quarter(ref block, first, second, third)
            | (ulong)Quarter(ref Unsafe.Add(ref block, 16), first, second, third) << 16
            | (ulong)Quarter(ref Unsafe.Add(ref block, 32), first, second, third) << 32
            | (ulong)Quarter(ref Unsafe.Add(ref block, 48), first, second, third) << 48;

        private static uint Half(ref byte at, byte first, byte second, byte third) =>
            (Vector256.Equals(Vector256.LoadUnsafe(ref at), Vector256.Create(first))
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), Vector256.Create(second))
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), Vector256.Create(third)))
            .ExtractMostSignificantBits();

        private static uint Quarter(ref byte at, byte first, byte second, byte third) =>
            (Vector128.Equals(Vector128.LoadUnsafe(ref at), Vector128.Create(first))
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), Vector128.Create(second))
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), Vector128.Create(third)))
            .ExtractMostSignificantBits();

        private static BlockMasks Join(BlockMasks low, BlockMasks high, int shift) => new(
            low.Quotes | high.Quotes << shift,
            low.Backslashes | high.Backslashes << shift,
            low.Opening | high.Opening << shift,
            low.Closing | high.Closing << shift);
    }
}
