using System;
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
    public void Bytes_changed_removed_inserted_or_repeated_are_never_taken_for_a_whole_file()
    {
        byte[] text = [.. s_text, .. s_text];
        byte[] whole = [.. GzipFile.Of(s_text), .. GzipFile.Of(s_text)];
        var random = new Random(11);
        for (int round = 0; round < 5_000; round++)
        {
            int at = random.Next(whole.Length);
            int length = random.Next(1, Math.Min(30, whole.Length - at + 1));
            byte[] damaged = (round % 4) switch
            {
                0 => [.. whole[..at], .. GzipFile.RandomBytes(length, round), .. whole[(at + length)..]],
                1 => [.. whole[..at], .. whole[(at + length)..]],
                2 => [.. whole[..at], .. GzipFile.RandomBytes(length, round), .. whole[at..]],
                _ => [.. whole[..(at + length)], .. whole[at..]],
            };
            Reading reading = Reading.Of(damaged, random.Next(1, 5_000));
            Assert.True(reading.Damage is not null || reading.Text.AsSpan().SequenceEqual(text), $"round {round}");
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
            Reading reading = Reading.Of(new MemoryStream(broken), size);
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
        foreach (Stream file in (Stream[])[new MemoryStream(bomb), new TricklingStream(bomb, 1_000)])
        {
            Reading reading = Reading.Of(file, 4096, limit);
            Assert.Equal(GzipDamageKind.ExpandsTooFar, reading.Damage?.Kind);
            Assert.Contains("more than 900 times", reading.Damage!.Message, StringComparison.Ordinal);
            Assert.InRange(reading.Text.Length, 1_000_000, 10_000_000);
        }

        Assert.Null(Reading.Of(bomb, 4096, limit with { Ratio = 1_100 }).Damage);
        Assert.Null(Reading.Of(bomb, 4096, limit with { Beyond = 20_000_000 }).Damage);
        Assert.Null(Reading.Of(bomb).Damage);
    }

    [Fact]
    public void A_file_that_reads_right_the_second_time_is_whole_only_if_nothing_was_handed_over_before()
    {
        (byte[] wrong, byte[] right) = WithChecksum(s_text);
        Reading nothing = Reading.Of(new ChangingStream(wrong, right));
        Assert.Equal(s_text, nothing.Text);
        Assert.Null(nothing.Damage);

        byte[] text = GzipFile.LogText(1_000);
        (wrong, right) = WithChecksum(text);
        Reading much = Reading.Of(new ChangingStream(wrong, right));
        Assert.Equal(text, much.Text);
        Assert.Equal(GzipDamageKind.BadData, much.Damage?.Kind);
        Assert.Contains("when it was read first", much.Damage!.Message, StringComparison.Ordinal);

        static (byte[] Wrong, byte[] Right) WithChecksum(byte[] text)
        {
            byte[] right = GzipFile.Of(text);
            byte[] wrong = [.. right];
            wrong[^8] ^= 1;
            return (wrong, right);
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The network is gone.");
    }

    private sealed class ChangingStream(byte[] first, byte[] then) : MemoryStream([.. first])
    {
        public override long Position
        {
            get => base.Position;
            set
            {
                base.Position = 0;
                Write(then, 0, then.Length);
                base.Position = value;
            }
        }
    }
}
