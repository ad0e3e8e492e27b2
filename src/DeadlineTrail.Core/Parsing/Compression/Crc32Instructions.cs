using System;
#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmCrc32 = System.Runtime.Intrinsics.Arm.Crc32;
#endif

namespace DeadlineTrail.Parsing.Compression;

#if NET

/// <summary>
/// CRC-32 by the processor's own instructions: carry-less multiplication on x86, the CRC32 instructions on Arm.
/// </summary>
/// <remarks>
/// V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel, 2009
/// (https://www.intel.com/content/dam/www/public/us/en/documents/white-papers/fast-crc-computation-generic-polynomials-pclmulqdq-paper.pdf):
/// "Instead of reducing the entire message with traditional reduction algorithms, we use a faster folding approach
/// to reduce an arbitrary length buffer to a small fixed size to be reduced further by traditional methods".
/// Here the fixed size is 16 bytes, and the traditional method is <see cref="Crc32Tables"/>.
/// </remarks>
internal static class Crc32Instructions
{
    /// <summary>Below four vectors the tables are as quick.</summary>
    public const int LeastLength = 4 * VectorLength;

    private const int VectorLength = 16;

    public static bool AreSupported => Pclmulqdq.IsSupported || ArmCrc32.Arm64.IsSupported;

    // "Folding by 4" and "folding by 1" of the paper with its constants for bit-reflected data: a vector moved n bits
    // further from the end is its low half times x^(n+32) plus its high half times x^(n-32), modulo the polynomial.
    private static Vector128<ulong> FourVectorsFurther => Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);

    private static Vector128<ulong> OneVectorFurther => Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);

    public static uint Advance(uint register, ReadOnlySpan<byte> bytes) =>
        Pclmulqdq.IsSupported ? Fold(register, bytes) : Step(register, bytes);

    private static uint Fold(uint register, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector128<ulong>> vectors = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        ReadOnlySpan<byte> rest = bytes.Slice(vectors.Length * VectorLength);

        Vector128<ulong> first = vectors[0] ^ Vector128.CreateScalar((ulong)register);
        Vector128<ulong> second = vectors[1];
        Vector128<ulong> third = vectors[2];
        Vector128<ulong> fourth = vectors[3];

        int next = 4;
        for (; next + 4 <= vectors.Length; next += 4)
        {
            first = Move(first, FourVectorsFurther) ^ vectors[next];
            second = Move(second, FourVectorsFurther) ^ vectors[next + 1];
            third = Move(third, FourVectorsFurther) ^ vectors[next + 2];
            fourth = Move(fourth, FourVectorsFurther) ^ vectors[next + 3];
        }

        Vector128<ulong> folded = Move(first, OneVectorFurther) ^ second;
        folded = Move(folded, OneVectorFurther) ^ third;
        folded = Move(folded, OneVectorFurther) ^ fourth;
        for (; next < vectors.Length; next++)
        {
            folded = Move(folded, OneVectorFurther) ^ vectors[next];
        }

        Span<byte> remainder = stackalloc byte[VectorLength];
        folded.AsByte().CopyTo(remainder);
        return Crc32Tables.Advance(Crc32Tables.Advance(0, remainder), rest);
    }

    private static Vector128<ulong> Move(Vector128<ulong> vector, Vector128<ulong> distance) =>
        Pclmulqdq.CarrylessMultiply(vector, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(vector, distance, 0x11);

    private static uint Step(uint register, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            register = ArmCrc32.Arm64.ComputeCrc32(register, word);
        }

        return Crc32Tables.Advance(register, bytes.Slice(words.Length * sizeof(ulong)));
    }
}

#else

/// <summary>.NET Framework gives no access to such instructions.</summary>
internal static class Crc32Instructions
{
    public const int LeastLength = int.MaxValue;

    public static bool AreSupported => false;

    public static uint Advance(uint register, ReadOnlySpan<byte> bytes) => Crc32Tables.Advance(register, bytes);
}

#endif
