using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeadlineTrail.Parsing;

/// <content>What stands where in a block of 64 bytes, told with vectors of 128, 256 or 512 bits.</content>
internal partial struct ElementScanner
{
    // '{' is 7B and '[' 5B, '}' 7D and ']' 5D: with bit 20 set, one comparison finds both kinds.
    private const byte Fold = 0x20;

    /// <summary>Looks at 64 bytes at once; bit i of a mask speaks of byte i.</summary>
    internal interface IBlock
    {
        /// <summary>Finds the characters that structure is made of.</summary>
        static abstract BlockMasks Structure(ref byte block);

        /// <summary>Finds the places where a needle may begin: three of its bytes are there, at their distances.</summary>
        static abstract ulong Anchors(ref byte block, byte first, byte second, byte third);
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

    internal readonly struct Block512 : IBlock
    {
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
        public static ulong Anchors(ref byte block, byte first, byte second, byte third) =>
            (Vector512.Equals(Vector512.LoadUnsafe(ref block), Vector512.Create(first))
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.SecondAnchor), Vector512.Create(second))
             & Vector512.Equals(Vector512.LoadUnsafe(ref block, RecordNeedle.ThirdAnchor), Vector512.Create(third)))
            .ExtractMostSignificantBits();
    }

    internal readonly struct Block256 : IBlock
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static BlockMasks Structure(ref byte block) =>
            BlockMasks.Join(Half(ref block), Half(ref Unsafe.Add(ref block, 32)), 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Anchors(ref byte block, byte first, byte second, byte third) =>
            Half(ref block, first, second, third) | (ulong)Half(ref Unsafe.Add(ref block, 32), first, second, third) << 32;

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
        private static uint Half(ref byte at, byte first, byte second, byte third) =>
            (Vector256.Equals(Vector256.LoadUnsafe(ref at), Vector256.Create(first))
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), Vector256.Create(second))
             & Vector256.Equals(Vector256.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), Vector256.Create(third)))
            .ExtractMostSignificantBits();
    }

    internal readonly struct Block128 : IBlock
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static BlockMasks Structure(ref byte block) => BlockMasks.Join(
            BlockMasks.Join(Quarter(ref block), Quarter(ref Unsafe.Add(ref block, 16)), 16),
            BlockMasks.Join(Quarter(ref Unsafe.Add(ref block, 32)), Quarter(ref Unsafe.Add(ref block, 48)), 16),
            32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Anchors(ref byte block, byte first, byte second, byte third) =>
            Quarter(ref block, first, second, third)
            | (ulong)Quarter(ref Unsafe.Add(ref block, 16), first, second, third) << 16
            | (ulong)Quarter(ref Unsafe.Add(ref block, 32), first, second, third) << 32
            | (ulong)Quarter(ref Unsafe.Add(ref block, 48), first, second, third) << 48;

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
        private static uint Quarter(ref byte at, byte first, byte second, byte third) =>
            (Vector128.Equals(Vector128.LoadUnsafe(ref at), Vector128.Create(first))
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.SecondAnchor), Vector128.Create(second))
             & Vector128.Equals(Vector128.LoadUnsafe(ref at, RecordNeedle.ThirdAnchor), Vector128.Create(third)))
            .ExtractMostSignificantBits();
    }
}
