using System;
using System.Linq;
using System.Text;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>Read strictly, nothing that is not as it should be passes, whichever service's record it stands in.</summary>
public class StrictReadingTests
{
    private const string Mark = "\u00A4";

    public static TheoryData<string> NotUtf8 =>
    [
        "FF", "FE", "80", "BF", "C0 80", "C1 BF", "C2", "C2 41", "E0 9F BF", "E0 A0", "ED A0 80", "ED BF BF", "EF BF", "EF BF 41", "F0 8F BF BF", "F0 9F 98", "F4 90 80 80", "F5 80 80 80", "F8 88 80 80 80",
    ];

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public void Bytes_that_are_not_UTF_8_are_told_with_their_record_and_their_place(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
        foreach (var place in new[] { $"\"x\":\"a{Mark}b\"", $"\"a{Mark}b\":1", $"\"x\":{{\"y\":[\"{Mark}\"]}}" })
        {
            var log = Bytes($"{{\"Records\":[{Record("A")},{Record("B", place)},{Record("C")}]}}", bytes);

            var reading = LogReading.Strictly(log);

            var damage = Assert.Single(reading.Damages);
            Assert.Equal(log.AsSpan().IndexOf(bytes), damage.Position);
            Assert.Equal("in record 2: bytes that are not UTF-8", damage.Reason);

            // It is a record all the same, and what was no text in it is shown as U+FFFD.
            Assert.Equal(["A", "B", "C"], reading.Records.Select(record => record.Id));
            Assert.Empty(LogReading.Of(log).Damages);
        }
    }

    [Theory]
    [InlineData(@"\ud800")]
    [InlineData(@"\uDBFF")]
    [InlineData(@"\udc00")]
    [InlineData(@"\uDFFFx")]
    [InlineData(@"\ud83d \ude00")]
    [InlineData(@"\ude00\ud83d")]
    [InlineData(@"\ud83d\ud83d\ude00")]
    [InlineData(@"\ud83d\n")]
    public void Half_a_surrogate_pair_is_told_with_its_record_and_its_place(string escape)
    {
        foreach (var place in new[] { $"\"x\":\"a{escape}b\"", $"\"a{escape}b\":1" })
        {
            var log = Encoding.UTF8.GetBytes($"[{Record("A")},{Record("B", place)}]");

            var damage = Assert.Single(LogReading.Strictly(log).Damages);

            Assert.Equal(Encoding.UTF8.GetString(log).IndexOf(escape, StringComparison.Ordinal), damage.Position);
            Assert.Equal("in record 2: an escape that is half a surrogate pair", damage.Reason);
        }
    }

    [Theory]
    [InlineData("\"x\":\"\u0001\"")]
    [InlineData("\"x\":\"a\tb\"")]
    [InlineData("\"x\":\"a\nb\"")]
    [InlineData("\"x\":\"\\q\"")]
    [InlineData("\"x\":\"\\u12G4\"")]
    [InlineData("\"x\":\"\\u123\"")]
    [InlineData("\"x\":\"\\U0041\"")]
    [InlineData("\"x\":01")]
    [InlineData("\"x\":+1")]
    [InlineData("\"x\":1.")]
    [InlineData("\"x\":.5")]
    [InlineData("\"x\":1e")]
    [InlineData("\"x\":1e+")]
    [InlineData("\"x\":-")]
    [InlineData("\"x\":0x1F")]
    [InlineData("\"x\":NaN")]
    [InlineData("\"x\":Infinity")]
    [InlineData("\"x\":True")]
    [InlineData("\"x\":nul")]
    [InlineData("\"x\":'1'")]
    [InlineData("x:1")]
    [InlineData("\"x\":1,")]
    [InlineData("\"x\":[1,]")]
    [InlineData("\"x\":1 /* a comment */")]
    [InlineData("\"x\":1 \"y\":2")]
    [InlineData("\"x\" 1")]
    [InlineData("\"x\":\u00A01")]
    [InlineData("\"x\":1\f")]
    public void What_is_not_JSON_is_told_in_the_records_of_other_services_too(string member)
    {
        var log = $"{{\"Records\":[{Record("A")},{Record("B", member)},{Record("C")}]}}";

        var reading = LogReading.Strictly(Encoding.UTF8.GetBytes(log));

        var damage = Assert.Single(reading.Damages);
        Assert.InRange(damage.Position, log.IndexOf(member, StringComparison.Ordinal), log.IndexOf(member, StringComparison.Ordinal) + Encoding.UTF8.GetByteCount(member) + 1);
        Assert.Equal(["A", "C"], reading.Records.Select(record => record.Id));
    }

    [Theory]
    [InlineData("{{\"note\":\"{0}\",\"Records\":[{1}]}}")]
    [InlineData("{{\"Records\":[{1}],\"NextToken\":\"{0}\"}}")]
    [InlineData("[{{\"Records\":[{1}],\"{0}\":1}}]")]
    [InlineData("[{1},{{\"notCloudTrail\":\"{0}\"}}]")]
    [InlineData("{1}\n{{\"Type\":\"{0}\"}}")]
    public void So_is_what_stands_around_records_and_what_is_none(string shape)
    {
        var log = Bytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, Mark, Record("A")), [0xC3]);

        var reading = LogReading.Strictly(log);

        Assert.Equal(log.AsSpan().IndexOf((byte)0xC3), Assert.Single(reading.Damages).Position);
        Assert.Single(reading.Records);
    }

    [Fact]
    public void So_is_the_record_in_the_text_of_an_envelope()
    {
        var record = Record("A", "\"x\":\"\\ud800\"");
        var log = $$"""{"Events":[{"EventId":"A","CloudTrailEvent":{{System.Text.Json.JsonSerializer.Serialize(record)}}}]}""";

        var reading = LogReading.Strictly(Encoding.UTF8.GetBytes(log));

        Assert.Equal($"at byte {record.IndexOf('\\', StringComparison.Ordinal)} of the text in record 1: an escape that is half a surrogate pair", Assert.Single(reading.Damages).Reason);
        Assert.Single(reading.Records);
    }

    [Fact]
    public void What_is_as_it_should_be_passes_in_every_shape_and_however_it_comes_in_pieces()
    {
        var text = Record("A", "\"x\":\"\u007f\u0080\u07ff\u0800\ud7ff\ue000\ufffd\uffff\U00010000\U0010ffff \\ud83d\\ude00 \\\\ud800 \\u0000 \\u2028\"");
        foreach (var shape in Enum.GetValues<LogShape>())
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var log = GeneratedLog.Make(shape, seed, 5).Bytes;
                var isFlawed = Encoding.UTF8.GetString(log).Contains("\\ud800", StringComparison.Ordinal);
                Assert.Equal(isFlawed, LogReading.Strictly(log).Damages.Count > 0);
            }
        }

        Assert.Empty(LogReading.Strictly(Encoding.UTF8.GetBytes($"[{text},{text}]")).Damages);
        Assert.Empty(LogReading.Of(new PieceStream(Encoding.UTF8.GetBytes($"[{text},{text}]"), 1), strict: true).Damages);
    }

    [Fact]
    public void Where_UTF_8_ends_is_found_as_the_runtime_finds_it()
    {
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Rune.IsValid(random.Next(0x110000)) ? "\u00e9a\u20acb\U0001f600c" : "plain")));
            for (var change = random.Next(3); change > 0 && text.Length > 0; change--)
            {
                text[random.Next(text.Length)] = (byte)random.Next(256);
            }

            text = text[..random.Next(text.Length + 1)];
            Assert.Equal(RuntimesFlaw(text), Utf8Flaw.Find(text));
        }
    }

    private static int RuntimesFlaw(byte[] text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text.AsSpan(at), out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static byte[] Bytes(string text, byte[] inPlaceOfMark)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var mark = Encoding.UTF8.GetBytes(Mark);
        var at = bytes.AsSpan().IndexOf(mark);
        return [.. bytes[..at], .. inPlaceOfMark, .. bytes[(at + mark.Length)..]];
    }

    private static string Record(string id, string? member = null) =>
        $$"""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","eventID":"{{id}}"{{(member is null ? string.Empty : "," + member)}}}""";
}
