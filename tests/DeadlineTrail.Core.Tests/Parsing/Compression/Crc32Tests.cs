using System;
using DeadlineTrail.Parsing.Compression;
using Xunit;
using Reference = System.IO.Hashing.Crc32;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

public class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_catalogue_of_CRCs_is_met()
    {
        // CRC-32/ISO-HDLC in https://reveng.sourceforge.io/crc-catalogue/17plus.htm: check=0xcbf43926.
        var checksum = new Crc32();
        checksum.Append("123456789"u8);
        Assert.Equal(0xCBF43926u, checksum.Value);
    }

    [Fact]
    public void Nothing_has_the_checksum_zero() => Assert.Equal(0u, new Crc32().Value);

    [Fact]
    public void Every_length_to_2000_at_any_alignment_agrees_with_System_IO_Hashing()
    {
        byte[] bytes = Bytes(2_100);
        for (int length = 0; length <= 2_000; length++)
        {
            ReadOnlySpan<byte> part = bytes.AsSpan(length % 37, length);
            var checksum = new Crc32();
            checksum.Append(part);
            Assert.Equal(Reference.HashToUInt32(part), checksum.Value);
        }
    }

    [Fact]
    public void The_tables_alone_agree_too()
    {
        byte[] bytes = Bytes(2_100);
        for (int length = 0; length <= 2_000; length++)
        {
            ReadOnlySpan<byte> part = bytes.AsSpan(length % 37, length);
            Assert.Equal(Reference.HashToUInt32(part), ~Crc32Tables.Advance(uint.MaxValue, part));
        }
    }

    [Fact]
    public void It_does_not_matter_how_the_bytes_are_split()
    {
        byte[] bytes = Bytes(100_000);
        uint expected = Reference.HashToUInt32(bytes);
        var random = new Random(7);
        for (int run = 0; run < 100; run++)
        {
            var checksum = new Crc32();
            for (int at = 0; at < bytes.Length;)
            {
                int length = Math.Min(random.Next(run % 2 == 0 ? 100 : 5_000), bytes.Length - at);
                checksum.Append(bytes.AsSpan(at, length));
                at += length;
            }

            Assert.Equal(expected, checksum.Value);
        }
    }

    [Fact]
    public void After_a_reset_it_begins_again()
    {
        var checksum = new Crc32();
        checksum.Append("something else"u8);
        checksum.Reset();
        checksum.Append("123456789"u8);
        Assert.Equal(0xCBF43926u, checksum.Value);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
