using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using DeadlineTrail.Parsing.Compression;
using Xunit;
using Reference = System.IO.Hashing.Crc32;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

/// <summary>A file that is not whole yields the text up to the damage and then says what is wrong; never silence.</summary>
public class DamagedGzipFileTests
{
    private static readonly byte[] s_text = GzipFile.LogText(8);

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void A_file_cut_anywhere_yields_what_there_is_and_says_that_it_is_cut(CompressionLevel level)
    {
        byte[] file = GzipFile.Of(s_text, level);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            Reading reading = Reading.Of(cut);
            Assert.Equal(length < 10 ? [] : Reading.Silently(cut), reading.Text);
            Assert.NotNull(reading.Damage);
            Assert.Equal(
                length < file.Length - 8 ? GzipDamageKind.CutShort : GzipDamageKind.MissingTrailer, reading.Damage.Kind);
            Assert.Equal(reading.Text.Length, reading.Damage.UncompressedPosition);
        }
    }

    [Fact]
    public void A_file_cut_in_its_last_member_is_cut()
    {
        byte[] first = GzipFile.Of(s_text);
        byte[] whole = [.. first, .. GzipFile.Of(s_text)];
        for (int length = first.Length + 1; length < whole.Length; length++)
        {
            Reading reading = Reading.Of(whole[..length]);
            Assert.Equal(s_text, reading.Text.Take(s_text.Length));
            Assert.Equal(
                length == first.Length + 1 ? GzipDamageKind.TrailingBytes
                : length < whole.Length - 8 ? GzipDamageKind.CutShort
                : GzipDamageKind.MissingTrailer,
                reading.Damage?.Kind);
        }
    }

    [Theory]
    [InlineData(8_192)]
    [InlineData(65_536)]
    public void A_file_cut_around_the_boundary_of_a_buffer_is_cut(int boundary)
    {
        byte[] bytes = GzipFile.RandomBytes(boundary + 1_000);
        byte[] file = GzipFile.Stored(bytes);
        for (int length = boundary - 20; length <= boundary + 20; length++)
        {
            Reading reading = Reading.Of(file[..length]);
            Assert.Equal(GzipDamageKind.CutShort, reading.Damage?.Kind);
            Assert.True(Reading.Silently(file[..length]).AsSpan().SequenceEqual(reading.Text));
        }
    }

    [Theory]
    [InlineData(8_192)]
    [InlineData(65_536)]
    public void A_trailer_cut_around_the_boundary_of_a_buffer_is_missing(int boundary)
    {
        byte[] bytes = GzipFile.RandomBytes(boundary);
        for (int length = boundary - 60; length <= boundary; length++)
        {
            byte[] text = bytes[..length];
            byte[] file = GzipFile.Stored(text);
            for (int missing = 1; missing <= 8; missing++)
            {
                Reading reading = Reading.Of(file[..^missing]);
                Assert.Equal(GzipDamageKind.MissingTrailer, reading.Damage?.Kind);
                Assert.Equal(length, reading.Text.Length);
            }
        }
    }

    [Fact]
    public void A_flipped_bit_yields_what_zlib_yields_and_is_found()
    {
        string[] lines = File.ReadAllLines(Checkout.TestFile("Parsing", "Compression", "data", "flipped-bits.tsv"));
        byte[] whole = Convert.FromBase64String(lines[0]);
        byte[] text = Reading.Of(whole).Text;
        int trailer = whole.Length - 8;
        Assert.Equal((trailer - 10 + 8) * 8, lines.Length - 1);

        foreach (string[] fields in lines.Skip(1).Select(line => line.Split('\t')))
        {
            int at = int.Parse(fields[0], CultureInfo.InvariantCulture);
            int left = int.Parse(fields[5], CultureInfo.InvariantCulture);
            byte[] flipped = [.. whole];
            flipped[at] ^= (byte)(1 << int.Parse(fields[1], CultureInfo.InvariantCulture));

            Reading reading = Reading.Of(flipped);
            string checksum = Reference.HashToUInt32(reading.Text).ToString("X8", CultureInfo.InvariantCulture);
            Assert.Equal((fields[0], fields[1], fields[3], fields[4]), (fields[0], fields[1], $"{reading.Text.Length}", checksum));

            // The bits after the end-of-block code in the last byte of deflate data mean nothing.
            if (reading.Damage is null)
            {
                Assert.Equal(trailer - 1, at);
                Assert.Equal(text, reading.Text);
                continue;
            }

            GzipDamageKind expected = fields[2] switch
            {
                "cut" => GzipDamageKind.CutShort,
                "invalid" => GzipDamageKind.BadData,
                _ when left < 8 => GzipDamageKind.MissingTrailer,
                _ when at >= trailer + 4 => GzipDamageKind.WrongLength,
                _ => GzipDamageKind.WrongChecksum,
            };
            Assert.Equal((at, expected), (at, reading.Damage.Kind));
        }
    }

    [Fact]
    public void A_flipped_bit_in_the_header_is_found_where_it_means_something()
    {
        byte[] whole = GzipFile.Of(s_text);
        for (int bit = 0; bit < 80; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Reading reading = Reading.Of(flipped);

            // FTEXT (bit 24), the time, XFL and OS say nothing about the data.
            if (bit is 24 or >= 32)
            {
                Assert.Null(reading.Damage);
                Assert.Equal(s_text, reading.Text);
            }
            else
            {
                Assert.NotNull(reading.Damage);
            }
        }
    }

    [Fact]
    public void Data_that_turns_invalid_far_in_yields_the_text_before_it()
    {
        byte[] text = GzipFile.LogText(60_000);
        byte[] file = GzipFile.Of(text);
        Assert.True(file.Length > 500_000);

        // An invalid block type where the first block of the second half begins is found by no checksum but by deflate.
        byte[] half = GzipFile.Stored(text.AsSpan(0, 10 * 65_535 + 1));
        byte[] broken = [.. half[..^14], 0x07, .. file[10..]];
        byte[] expected = text[..(10 * 65_535)];
        foreach (int size in (int[])[1, 1_000, 65_536, 1_000_000])
        {
            Reading reading = Reading.Of(broken, size);
            Assert.Equal(GzipDamageKind.BadData, reading.Damage?.Kind);
            Assert.True(expected.AsSpan().SequenceEqual(reading.Text));
            Assert.Equal(expected.Length, reading.Damage!.UncompressedPosition);
        }
    }

    [Fact]
    public void In_a_long_stream_that_cannot_seek_the_text_before_invalid_data_is_a_prefix()
    {
        byte[] text = GzipFile.LogText(60_000);
        byte[] file = GzipFile.Stored(text);
        file[10 + (5 * 65_540)] = 0x07;
        Reading reading = Reading.Of(new TricklingStream(file, 10_000), 20_000);
        Assert.Equal(GzipDamageKind.BadData, reading.Damage?.Kind);
        Assert.InRange(reading.Text.Length, (5 * 65_535) - 20_000, 5 * 65_535);
        Assert.True(text.AsSpan().StartsWith(reading.Text));
    }

    public static TheoryData<string, int, string, string> Trailing()
    {
        string whole = Convert.ToHexString(GzipFile.Of(s_text));
        string trailer = Convert.ToHexString(GzipFile.Trailer(s_text));
        return new()
        {
            { "00", 1, nameof(GzipDamageKind.TrailingBytes), "zero bytes follow" },
            { "00", 8, nameof(GzipDamageKind.TrailingBytes), "zero bytes follow" },
            { "00", 100_000, nameof(GzipDamageKind.TrailingBytes), "zero bytes follow" },
            { "0A", 1, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "0000000A", 1, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "0D0A1F", 3_000, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "1F", 1, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "1F", 9, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { trailer, 1, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { trailer, 5, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "00" + whole, 1, nameof(GzipDamageKind.TrailingBytes), "no gzip data" },
            { "1F8B", 1, nameof(GzipDamageKind.CutShort), "cut off inside a gzip header" },
            { "1F8B08", 1, nameof(GzipDamageKind.CutShort), "cut off inside a gzip header" },
            { "1F8B07000000000000FF0300" + "0000000000000000", 1, nameof(GzipDamageKind.BadHeader), "compression method 7" },
            { "1F8B08200000000000FF0300" + "0000000000000000", 1, nameof(GzipDamageKind.BadHeader), "reserves" },
        };
    }

    [Theory]
    [MemberData(nameof(Trailing))]
    public void What_follows_the_last_member_is_damage_at_its_very_position(
        string bytes, int times, string kind, string reason)
    {
        byte[] trailing = [.. Enumerable.Repeat(Convert.FromHexString(bytes), times).SelectMany(part => part)];
        foreach (byte[] text in (byte[][])[[], s_text, GzipFile.RandomBytes(70_000)])
        {
            byte[] whole = text.Length > 65_536 ? GzipFile.Stored(text) : GzipFile.Of(text);
            Reading reading = Reading.Of([.. whole, .. trailing]);
            Assert.Equal(text, reading.Text);
            Assert.Equal(kind, $"{reading.Damage?.Kind}");
            Assert.Contains(reason, reading.Damage!.Message, StringComparison.Ordinal);
            Assert.Equal(text.Length, reading.Damage.UncompressedPosition);

            // The trailer of an empty member is eight zeros: among more of them its place is a matter of taste.
            if (kind != nameof(GzipDamageKind.CutShort) && !(text.Length == 0 && bytes.StartsWith("00", StringComparison.Ordinal)))
            {
                Assert.Equal(whole.Length, reading.Damage.CompressedPosition);
            }
        }
    }

    [Fact]
    public void A_wrong_checksum_or_length_before_another_member_is_damage_after_all_of_its_text()
    {
        byte[] whole = GzipFile.Of(s_text);
        var cases = new Dictionary<int, GzipDamageKind>
        {
            [whole.Length - 8] = GzipDamageKind.WrongChecksum,
            [whole.Length - 1] = GzipDamageKind.WrongLength,
        };
        foreach ((int at, GzipDamageKind kind) in cases)
        {
            byte[] wrong = [.. whole];
            wrong[at] ^= 1;
            Reading reading = Reading.Of([.. whole, .. wrong, .. whole]);
            Assert.Equal(kind, reading.Damage?.Kind);
            Assert.Equal([.. s_text, .. s_text], reading.Text);
            Assert.Equal((2 * whole.Length) - 8, reading.Damage!.CompressedPosition);
        }
    }

    [Fact]
    public void A_member_without_trailer_before_another_is_damage_after_all_of_its_text()
    {
        byte[] whole = GzipFile.Of(s_text);
        Reading reading = Reading.Of([.. whole[..^8], .. whole]);
        Assert.Equal(GzipDamageKind.WrongChecksum, reading.Damage?.Kind);
        Assert.Equal(s_text, reading.Text);
    }

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
    public void Damage_is_thrown_again_by_every_later_read()
    {
        using var reader = new GzipLogStream(new MemoryStream(GzipFile.Of(s_text)[..^1]));
        var buffer = new byte[s_text.Length + 1];
        Assert.Equal(s_text.Length, reader.Read(buffer, 0, buffer.Length));
        Assert.Throws<GzipDamageException>(() => reader.Read(buffer, 0, buffer.Length));
        Assert.Throws<GzipDamageException>(() => reader.Read(buffer, 0, buffer.Length));
    }

    [Fact]
    public void A_failure_of_the_compressed_stream_is_no_damage()
    {
        using var reader = new GzipLogStream(new FailingStream());
        Assert.Throws<IOException>(() => reader.Read(new byte[10], 0, 10));
    }

    [Fact]
    public void Text_that_expands_beyond_the_limit_ends_in_damage()
    {
        byte[] bomb = GzipFile.Of(new byte[20_000_000]);
        var limit = new GzipExpansionLimit(Ratio: 900, Beyond: 1_000_000);
        Reading reading = Reading.Of(bomb, 4096, limit);
        Assert.Equal(GzipDamageKind.ExpandsTooFar, reading.Damage?.Kind);
        Assert.Contains("more than 900 times", reading.Damage!.Message, StringComparison.Ordinal);
        Assert.InRange(reading.Text.Length, 1_000_000, 10_000_000);

        Assert.Null(Reading.Of(bomb, 4096, limit with { Ratio = 1_100 }).Damage);
        Assert.Null(Reading.Of(bomb, 4096, limit with { Beyond = 20_000_000 }).Damage);
        Assert.Null(Reading.Of(bomb).Damage);
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The network is gone.");
    }
}
