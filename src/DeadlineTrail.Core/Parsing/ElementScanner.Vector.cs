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

    private int ScanWidest(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle) =>
        Vector512.IsHardwareAccelerated ? ScanBlocks<Block512>(buffer, length, needle)
        : Vector256.IsHardwareAccelerated ? ScanBlocks<Block256>(buffer, length, needle)
        : Vector128.IsHardwareAccelerated ? ScanBlocks<Block128>(buffer, length, needle)
        : ScanBytes(buffer, length, needle);

    /// <summary><see cref="Scan"/> with vectors of a width; a width the processor lacks is slow, but gives the same.</summary>
    // Not in the runtime's first, unoptimised form, which the first gigabyte of a session would be read with.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int ScanBlocks<TBlock>(ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle)
        where TBlock : struct, IBlock<TBlock>
    {
        if (buffer.Length < length + Slack)
        {
            throw new ArgumentException("The buffer must be readable for a block beyond its valid bytes.", nameof(buffer));
        }

        Start();
        ref var start = ref MemoryMarshal.GetReference(buffer);
        var at = _scanned;
        var depth = _depth;
        var inString = _inString ? ulong.MaxValue : 0;
        var escapeCarried = _escapeCarried ? 1UL : 0;

        // Finds nothing that JSON may contain.
        TBlock anchors = default;
        var search = needle is not null && !SawNeedle;

        // A text that begins in this block may end in the next: a block is done with only when that is here too.
        var whole = Block + Math.Max(needle?.Longest ?? 0, RecordNeedle.EscapedAscii.Length);
        if (search)
        {
            anchors = TBlock.LookingFor(needle!.Texts[0]);
        }

        while (at < length)
        {
            if (escapeCarried == 0 && at <= length - whole && (!search || needle!.Texts.Length == 1))
            {
                at = PassBlocks<TBlock>(ref start, at, length - whole, ref depth, ref inString, anchors);
            }

            ref var block = ref Unsafe.Add(ref start, at);
            var masks = TBlock.Structure(ref block);
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
            var before = depth;
            var closed = BitOperations.PopCount(closing);
            if (closed >= depth)
            {
                end = EndInside(opening, closing, ref depth);
            }
            else
            {
                depth += BitOperations.PopCount(opening) - closed;
            }

            if (end < 0 && valid < whole)
            {
                // Nothing was noted of this block: it is scanned again when more is here. Unless there is no need of
                // more, because the element ends in the few bytes behind it.
                Keep(at, before, inString != 0, escapeCarried != 0);
                return valid > Block ? ScanRest(at + Block, depth, (long)strings < 0, nextEscapeCarried != 0, buffer, length, needle) : -1;
            }

            // Only what lies before the end belongs to this element.
            var mine = end < 0 ? ulong.MaxValue : end == Block - 1 ? ulong.MaxValue : (1UL << (end + 1)) - 1;
            if (search)
            {
                var candidates = mine & anchors.Anchors(ref block);
                var brackets = new BlockBrackets(before, opening, closing);
                if ((candidates != 0 && Sees(buffer, at, candidates, needle!.Texts[0], needle, brackets))
                    || (needle!.Texts.Length > 1 && SeesOther<TBlock>(buffer, ref block, at, mine, needle, brackets)))
                {
                    SawNeedle = true;
                    search = false;
                    anchors = default;
                }
            }

            var backslashes = masks.Backslashes & mine;
            if (backslashes != 0 && !SawEscapedAscii)
            {
                // Whether the backslash is itself escaped does not matter: a record inside a string is escaped twice.
                SawEscapedAscii = Holds(buffer, at, backslashes, RecordNeedle.EscapedAscii);
            }

            if (end >= 0)
            {
                _scanned = at + end + 1;
                return _scanned;
            }

            inString = (ulong)((long)strings >> 63);
            escapeCarried = nextEscapeCarried;
            at += Block;
        }

        Keep(at, depth, inString != 0, escapeCarried != 0);
        return -1;
    }

    /// <summary>
    /// Passes the blocks of which nothing need be noted: nothing ends in them, nothing is escaped, and no needle may begin.
    /// They are nearly all, and so few values stay in registers.
    /// </summary>
    /// <returns>Where the first block begins that is to be looked at closely, or is not whole.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int PassBlocks<TBlock>(ref byte start, int at, int last, ref int depth, ref ulong inString, in TBlock anchors)
        where TBlock : struct, IBlock<TBlock>
    {
        var open = depth;
        var carried = inString;
        var looking = anchors;
        while (at <= last)
        {
            ref var block = ref Unsafe.Add(ref start, at);
            var masks = looking.Glance(ref block);
            var strings = PrefixXor(masks.Quotes) ^ carried;
            var closed = BitOperations.PopCount(masks.Closing & ~strings);
            if (masks.Notable != 0 || closed >= open)
            {
                break;
            }

            open += BitOperations.PopCount(masks.Opening & ~strings) - closed;
            carried = (ulong)((long)strings >> 63);
            at += Block;
        }

        depth = open;
        inString = carried;
        return at;
    }

    private void Keep(int scanned, int depth, bool inString, bool escapeCarried)
    {
        _scanned = scanned;
        _depth = depth;
        _inString = inString;
        _escapeCarried = escapeCarried;
    }

    /// <summary>The same for the texts behind the first, which a needle seldom has.</summary>
    private bool SeesOther<TBlock>(ReadOnlySpan<byte> buffer, ref byte block, int at, ulong mine, RecordNeedle needle, BlockBrackets brackets)
        where TBlock : struct, IBlock<TBlock>
    {
        for (var other = 1; other < needle.Texts.Length; other++)
        {
            var text = needle.Texts[other];
            var candidates = mine & TBlock.LookingFor(text).Anchors(ref block);
            if (candidates != 0 && Sees(buffer, at, candidates, text, needle, brackets))
            {
                return true;
            }
        }

        return false;
    }

    private int ScanRest(int from, int depth, bool inString, bool escapeCarried, ReadOnlySpan<byte> buffer, int length, RecordNeedle? needle)
    {
        var rest = this with { _scanned = from, _depth = depth, _inString = inString, _escapeCarried = escapeCarried };
        var end = rest.ScanBytes(buffer, length, needle);
        if (end >= 0)
        {
            this = rest;
        }

        return end;
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

    private bool Sees(ReadOnlySpan<byte> buffer, int at, ulong candidates, byte[] text, RecordNeedle needle, BlockBrackets brackets)
    {
        while (candidates != 0)
        {
            var bit = BitOperations.TrailingZeroCount(candidates);
            var found = at + bit;
            if (buffer.Slice(found).StartsWith(text) && needle.MayBeValue(buffer, found))
            {
                if (!_isRecord || (brackets.DepthBefore(bit) == 1 && BeginsString(buffer, found)))
                {
                    return true;
                }

                SawNeedleInside = true;
            }

            candidates &= candidates - 1;
        }

        return false;
    }

    // Where a string may begin no backslash can stand before its quote: there it is one inside another string.
    private static bool BeginsString(ReadOnlySpan<byte> buffer, int at) => buffer[at - 1] == '"' && buffer[at - 2] != '\\';

    private static bool Holds(ReadOnlySpan<byte> buffer, int at, ulong candidates, ReadOnlySpan<byte> text)
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}
