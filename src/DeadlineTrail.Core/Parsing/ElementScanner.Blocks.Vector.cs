using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeadlineTrail.Parsing;

/// <content>What stands where in a block of 64 bytes, told with vectors of 128, 256 or 512 bits.</content>
internal partial struct ElementScanner
{
    // '{' is 7B and '[' 5B, '}' 7D and ']' 5D: with bit 20 set, one comparison finds both kinds.
    private const byte Fold = 0x20;

    /// <summary>Looks at 64 bytes at once; bit i of a mask speaks of byte i.</summary>
    internal interface IBlock<TSelf>
        where TSelf : struct, IBlock<TSelf>
    {
        /// <summary>Finds the characters that structure is made of.</summary>
        static abstract BlockMasks Structure(ref byte block);

        /// <summary>Makes one that looks for a text of a needle.</summary>
        static abstract TSelf LookingFor(byte[] text);

        /// <summary>Finds the places where the text may begin: three of its bytes are there, at their distances.</summary>
        ulong Anchors(ref byte block);

        /// <summary>Tells what most blocks need: their structure, and whether there is anything to look at closely.</summary>
        BlockGlance Glance(ref byte block);
    }

    /// <summary>Where in a block the characters stand that structure is made of.</summary>
    internal readonly record struct BlockMasks(ulong Quotes, ulong Backslashes, ulong Opening, ulong Closing)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static BlockMasks Join(BlockMasks low, BlockMasks high, int shift) => new(
            low.Quotes | high.Quotes << shift,
            low.Backslashes | high.Backslashes << shift,
            low.Opening | high.Opening << shift,
            low.Closing | high.Closing << shift);
    }

    /// <summary>Where in a block the characters stand that structure is made of, with the backslashes and the places where the
    /// text may begin as one: for both, the block is looked at closely.</summary>
    internal readonly record struct BlockGlance(ulong Quotes, ulong Notable, ulong Opening, ulong Closing)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal BlockGlance(BlockMasks masks, ulong anchors)
            : this(masks.Quotes, masks.Backslashes | anchors, masks.Opening, masks.Closing)
        {
        }
    }

    /// <summary>A block's brackets outside of strings, and how many are open before it.</summary>
    private readonly record struct BlockBrackets(int Open, ulong Opening, ulong Closing)
    {
        internal int DepthBefore(int bit)
        {
            var earlier = (1UL << bit) - 1;
            return Open + BitOperations.PopCount(Opening & earlier) - BitOperations.PopCount(Closing & earlier);
        }
    }

    internal readonly struct Block512(Vector512<byte> first, Vector512<byte> second, Vector512<byte> third) : IBlock<Block512>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Block512 LookingFor(byte[] text) => new(
            Vector512.Create(text[0]),
            Vector512.Create(text[RecordNeedle.SecondAnchor]),
            Vector512.Create(text[RecordNeedle.ThirdAnchor]));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static BlockMasks Structure(ref byte block)
        {
            var bytes = Vector512.LoadUnsafe(ref block);
            var folded = bytes | Vector512.Create(Fold);
            return new BlockMasks(
                Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector512.Equals(bytes, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits());
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Anchors(ref byte block) =>
            (Vector512.Equals(Vector512.LoadUnsafe(ref block), first)
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.SecondAnchor), second)
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.ThirdAnchor), third))
            .ExtractMostSignificantBits();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public BlockGlance Glance(ref byte block)
        {
            var bytes = Vector512.LoadUnsafe(ref block);
            var folded = bytes | Vector512.Create(Fold);

            // Zero where all three bytes are there: one comparison, and one mask, tell of them and of backslashes.
            var differs = (bytes ^ first)
                | (Vector512.LoadUnsafe(ref block, RecordNeedle.SecondAnchor) ^ second)
                | (Vector512.LoadUnsafe(ref block, RecordNeedle.ThirdAnchor) ^ third);
            return new BlockGlance(
                Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector512.Equals(Vector512.Min(differs, bytes ^ Vector512.Create((byte)'\\')), Vector512<byte>.Zero).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
                Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits());
        }
    }

    internal readonly struct Block256(Vector256<byte> first, Vector256<byte> second, Vector256<byte> third) : IBlock<Block256>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Block256 LookingFor(byte[] text) => new(
            Vector256.Create(text[0]),
            Vector256.Create(text[RecordNeedle.SecondAnchor]),
            Vector256.Create(text[RecordNeedle.ThirdAnchor]));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static BlockMasks Structure(ref byte block) =>
            BlockMasks.Join(Half(ref block), Half(ref Unsafe.Add(ref block, 32)), 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Anchors(ref byte block) =>
            HalfAnchors(ref block) | (ulong)HalfAnchors(ref Unsafe.Add(ref block, 32)) << 32;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public BlockGlance Glance(ref byte block) => new(Structure(ref block), Anchors(ref block));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static BlockMasks Half(ref byte at)
        {
            var bytes = Vector256.LoadUnsafe(ref at);
            var folded = bytes | Vector256.Create(Fold);
            return new BlockMasks(
                Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector256.Equals(bytes, Vector256.Create((byte)'\\')).ExtractMostSignificantBits(),
                Vector256.Equals(folded, Vector256.Create((byte)'{')).ExtractMostSignificantBits(),
                Vector256.Equals(folded, Vector256.Create((byte)'}')).ExtractMostSignificantBits());
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint HalfAnchors(ref byte at) =>
            (Vector256.Equals(Vector256.LoadUnsafe(ref at), first)
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), second)
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), third))
            .ExtractMostSignificantBits();
    }

    internal readonly struct Block128(Vector128<byte> first, Vector128<byte> second, Vector128<byte> third) : IBlock<Block128>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Block128 LookingFor(byte[] text) => new(
            Vector128.Create(text[0]),
            Vector128.Create(text[RecordNeedle.SecondAnchor]),
            Vector128.Create(text[RecordNeedle.ThirdAnchor]));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static BlockMasks Structure(ref byte block) => BlockMasks.Join(
            BlockMasks.Join(Quarter(ref block), Quarter(ref Unsafe.Add(ref block, 16)), 16),
            BlockMasks.Join(Quarter(ref Unsafe.Add(ref block, 32)), Quarter(ref Unsafe.Add(ref block, 48)), 16),
            32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Anchors(ref byte block) =>
            QuarterAnchors(ref block)
            | (ulong)QuarterAnchors(ref Unsafe.Add(ref block, 16)) << 16
            | (ulong)QuarterAnchors(ref Unsafe.Add(ref block, 32)) << 32
            | (ulong)QuarterAnchors(ref Unsafe.Add(ref block, 48)) << 48;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public BlockGlance Glance(ref byte block) => new(Structure(ref block), Anchors(ref block));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static BlockMasks Quarter(ref byte at)
        {
            var bytes = Vector128.LoadUnsafe(ref at);
            var folded = bytes | Vector128.Create(Fold);
            return new BlockMasks(
                Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits(),
                Vector128.Equals(folded, Vector128.Create((byte)'{')).ExtractMostSignificantBits(),
                Vector128.Equals(folded, Vector128.Create((byte)'}')).ExtractMostSignificantBits());
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint QuarterAnchors(ref byte at) =>
            (Vector128.Equals(Vector128.LoadUnsafe(ref at), first)
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), second)
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), third))
            .ExtractMostSignificantBits();
    }
}
