using System;
using System.Linq;
using DeadlineTrail.Parsing.Compression;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

/// <summary>What does not begin as gzip does is said to be that.</summary>
public class GzipHeaderTests
{
    public static TheoryData<string, string, string> Headers => new()
    {
        { "", nameof(GzipDamageKind.CutShort), "empty" },
        { "1F", nameof(GzipDamageKind.CutShort), "cut off" },
        { "7B22", nameof(GzipDamageKind.BadHeader), "1F 8B" },
        { "1F8A08000000000000FF", nameof(GzipDamageKind.BadHeader), "1F 8B" },
        { "504B0304", nameof(GzipDamageKind.BadHeader), "1F 8B" },
        { "1F8B00000000000000FF0300", nameof(GzipDamageKind.BadHeader), "compression method 0" },
        { "1F8B08800000000000FF03000000000000000000", nameof(GzipDamageKind.BadHeader), "reserves" },
        { "1F8B08020000000000FF000003000000000000000000", nameof(GzipDamageKind.BadHeader), "checksum" },
        { "1F8B08020000000000FF", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08040000000000FFFFFF0000", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08080000000000FF61", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08100000000000FF61", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08000000000000FF", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08000000000000FF03", nameof(GzipDamageKind.CutShort), "cut off" },
        { "1F8B08000000000000FF0300", nameof(GzipDamageKind.MissingTrailer), "0 bytes into the 8" },
        { "1F8B08000000000000FF030000000000", nameof(GzipDamageKind.MissingTrailer), "4 bytes into the 8" },
        { "1F8B08000000000000FF07", nameof(GzipDamageKind.BadData), "invalid" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_file_without_text_says_what_it_lacks(string file, string kind, string reason)
    {
        Reading reading = Reading.Of(Convert.FromHexString(file));
        Assert.Empty(reading.Text);
        Assert.Equal(kind, $"{reading.Damage?.Kind}");
        Assert.Contains(reason, reading.Damage!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_without_end_is_not_read_to_its_end()
    {
        byte[] file = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 255, .. Enumerable.Repeat((byte)'n', 1_000_000), 0];
        Reading reading = Reading.Of(file);
        Assert.Equal(GzipDamageKind.BadHeader, reading.Damage?.Kind);
        Assert.InRange(reading.Damage!.CompressedPosition, 65_536, 66_000);
    }

    [Fact]
    public void A_flipped_bit_in_the_header_is_found_where_it_means_something()
    {
        byte[] text = GzipFile.LogText(8);
        byte[] whole = GzipFile.Of(text);
        for (int bit = 0; bit < 80; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Reading reading = Reading.Of(flipped);

            // FTEXT (bit 24), the time, XFL and OS say nothing about the data.
            if (bit is 24 or >= 32)
            {
                Assert.Null(reading.Damage);
                Assert.Equal(text, reading.Text);
            }
            else
            {
                Assert.NotNull(reading.Damage);
            }
        }
    }
}
