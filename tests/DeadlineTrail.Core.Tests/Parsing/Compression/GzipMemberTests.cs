using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Parsing.Compression;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing.Compression;

/// <summary>What follows the data of a member is its checksum and length, and after that another member or nothing.</summary>
public class GzipMemberTests
{
    private static readonly byte[] s_text = GzipFile.LogText(8);

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
}
