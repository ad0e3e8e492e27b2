using System;
using System.Buffers.Binary;

namespace DeadlineTrail.Parsing.Compression;

/// <summary>
/// CRC-32 eight bytes at a time with eight tables, for any processor.
/// </summary>
/// <remarks>
/// "Slicing-by-8": M. Kounavis and F. Berry, "A Systematic Approach to Building High Performance Software-based CRC
/// Generators", 2005. Table k holds what a byte contributes once k further bytes have passed, so that eight
/// contributions are found independently of each other and added (xor).
/// </remarks>
internal static class Crc32Tables
{
    /// <summary>x^32 + x^26 + x^23 + ... + 1, lowest coefficient in the highest bit, as the bytes of gzip run.</summary>
    internal const uint Polynomial = 0xEDB88320;

    private const int Slices = 8;

    private static readonly uint[] s_tables = Build();

    public static uint Advance(uint register, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = s_tables;

        while (bytes.Length >= Slices)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ register;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(4));
            register =
                tables[(7 * 256) + (int)(low & 0xFF)] ^
                tables[(6 * 256) + (int)((low >> 8) & 0xFF)] ^
                tables[(5 * 256) + (int)((low >> 16) & 0xFF)] ^
                tables[(4 * 256) + (int)(low >> 24)] ^
                tables[(3 * 256) + (int)(high & 0xFF)] ^
                tables[(2 * 256) + (int)((high >> 8) & 0xFF)] ^
                tables[256 + (int)((high >> 16) & 0xFF)] ^
                tables[(int)(high >> 24)];
            bytes = bytes.Slice(Slices);
        }

        foreach (byte next in bytes)
        {
            register = tables[(byte)(register ^ next)] ^ (register >> 8);
        }

        return register;
    }

    private static uint[] Build()
    {
        var tables = new uint[Slices * 256];
        for (int value = 0; value < 256; value++)
        {
            uint remainder = (uint)value;
            for (int bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ Polynomial : remainder >> 1;
            }

            tables[value] = remainder;
        }

        for (int entry = 256; entry < tables.Length; entry++)
        {
            uint before = tables[entry - 256];
            tables[entry] = tables[(byte)before] ^ (before >> 8);
        }

        return tables;
    }
}
