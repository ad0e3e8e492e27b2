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

/// <summary>A whole file yields exactly its text, however it was made and however it arrives.</summary>
public class WholeGzipFileTests
{
    public static TheoryData<string, string, string, int> Vectors()
    {
        var vectors = new TheoryData<string, string, string, int>();
        foreach (string line in File.ReadLines(Checkout.TestFile("Parsing", "Compression", "data", "vectors.tsv")))
        {
            string[] fields = line.Split('\t');
            vectors.Add(fields[0], fields[1], fields[2], int.Parse(fields[3], CultureInfo.InvariantCulture));
        }

        return vectors;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_file_of_another_writer_is_read(string writer, string file, string checksum, int length)
    {
        Assert.NotEmpty(writer);
        byte[] bytes = Convert.FromBase64String(file);
        foreach (int portion in (int[])[1, 2, 9, 10, 11, 12, 100, int.MaxValue])
        {
            Reading reading = Reading.Of(new TricklingStream(bytes, portion));
            Assert.Null(reading.Damage);
            Assert.Equal(length, reading.Text.Length);
            Assert.Equal(checksum, Reference.HashToUInt32(reading.Text).ToString("X8", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void A_large_log_is_read_whatever_the_buffer(CompressionLevel level)
    {
        byte[] text = GzipFile.LogText(20_000);
        byte[] file = GzipFile.Of(text, level);
        foreach (int size in (int[])[1_000, 8_192, 65_536, 1_000_000])
        {
            Reading reading = Reading.Of(file, size);
            Assert.Null(reading.Damage);
            Assert.True(text.AsSpan().SequenceEqual(reading.Text));
        }
    }

    [Fact]
    public void Ten_megabytes_that_cannot_be_compressed_are_read()
    {
        byte[] bytes = GzipFile.RandomBytes(10_000_000);
        foreach (byte[] file in (byte[][])[GzipFile.Of(bytes), GzipFile.Stored(bytes)])
        {
            Reading reading = Reading.Of(file, 100_000);
            Assert.Null(reading.Damage);
            Assert.True(bytes.AsSpan().SequenceEqual(reading.Text));
        }
    }

    [Fact]
    public void A_text_full_of_what_looks_like_members_is_read()
    {
        byte[] text = [.. Enumerable.Repeat(GzipFile.Of([]), 3_000).SelectMany(member => member)];
        Reading reading = Reading.Of(GzipFile.Stored(text));
        Assert.Null(reading.Damage);
        Assert.True(text.AsSpan().SequenceEqual(reading.Text));
    }

    public static TheoryData<int> Boundaries => [8_192, 2 * 8_192, 65_536, 2 * 65_536];

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_file_may_end_anywhere_around_the_boundary_of_a_buffer(int boundary)
    {
        byte[] bytes = GzipFile.RandomBytes(boundary);
        foreach ((byte[] text, byte[] file) in StoredAround(boundary, bytes))
        {
            Assert.Equal((text.Length, null), Outcome(Reading.Of(file), text));
            Assert.Equal((text.Length, null), Outcome(Reading.Of(new TricklingStream(file, 8_192)), text));
        }
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Members_may_meet_anywhere_around_the_boundary_of_a_buffer(int boundary)
    {
        byte[] bytes = GzipFile.RandomBytes(boundary);
        byte[] more = GzipFile.LogText(3);
        foreach ((byte[] text, byte[] file) in StoredAround(boundary, bytes))
        {
            byte[] both = [.. text, .. more];
            Assert.Equal((both.Length, null), Outcome(Reading.Of([.. file, .. GzipFile.Of(more)]), both));
        }
    }

    [Fact]
    public void Ten_thousand_members_are_one_text()
    {
        byte[] text = GzipFile.LogText(100);
        var file = new List<byte>();
        var random = new Random(3);
        var expected = new List<byte>();
        for (int member = 0; member < 10_000; member++)
        {
            byte[] part = text[..random.Next(100)];
            expected.AddRange(part);
            file.AddRange(GzipFile.Of(part));
        }

        Reading reading = Reading.Of([.. file]);
        Assert.Null(reading.Damage);
        Assert.Equal(expected, reading.Text);
    }

    [Fact]
    public void After_the_end_a_read_gives_nothing_again()
    {
        using var reader = new GzipLogStream(new MemoryStream(GzipFile.Of("text"u8)));
        var buffer = new byte[10];
        Assert.Equal(4, reader.Read(buffer, 0, 10));
        Assert.Equal(0, reader.Read(buffer, 0, 10));
        Assert.Equal(0, reader.Read(buffer, 0, 10));
        Assert.Equal(4, reader.UncompressedPosition);
    }

    [Fact]
    public void A_read_of_no_bytes_reads_none()
    {
        using var reader = new GzipLogStream(new MemoryStream(GzipFile.Of("text"u8)));
        Assert.Equal(0, reader.Read(new byte[10], 0, 0));
        Assert.Equal(4, reader.Read(new byte[10], 0, 10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_compressed_stream_is_closed_unless_it_is_to_stay_open(bool leaveOpen)
    {
        var file = new TricklingStream(GzipFile.Of("text"u8), 5);
        var reader = new GzipLogStream(file, leaveOpen);
        Assert.Equal(4, reader.Read(new byte[10], 0, 10));
        reader.Dispose();
        reader.Dispose();
        Assert.Equal(!leaveOpen, file.IsDisposed);
        Assert.False(reader.CanRead);
        Assert.Throws<ObjectDisposedException>(() => reader.Read(new byte[10], 0, 10));
    }

    [Fact]
    public void It_can_be_cancelled_where_members_without_text_follow_each_other()
    {
        byte[] empty = GzipFile.Of([]);
        using var cancellation = new System.Threading.CancellationTokenSource();
        using var file = new CancellingStream([.. Enumerable.Repeat(empty, 100_000).SelectMany(member => member)], cancellation);
        using var reader = new GzipLogStream(file, cancellation: cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => reader.Read(new byte[10], 0, 10));
        Assert.True(file.Position < file.Length);
    }

    private static IEnumerable<(byte[] Text, byte[] File)> StoredAround(int boundary, byte[] bytes)
    {
        int around = bytes.Length - (GzipFile.Stored(bytes).Length - boundary);
        for (int length = around - 30; length <= around + 30; length++)
        {
            byte[] text = bytes[..Math.Min(length, bytes.Length)];
            yield return (text, GzipFile.Stored(text));
        }
    }

    private static (int Equal, GzipDamageKind? Damage) Outcome(Reading reading, byte[] text) =>
        (reading.Text.Length == text.Length ? reading.Text.AsSpan().CommonPrefixLength(text) : -1, reading.Damage?.Kind);

    private sealed class CancellingStream(byte[] bytes, System.Threading.CancellationTokenSource cancellation) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            cancellation.Cancel();
            return base.Read(buffer, offset, Math.Min(count, 1_000));
        }
    }
}
