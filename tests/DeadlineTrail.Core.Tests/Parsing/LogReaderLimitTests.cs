using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>What a log may cost, and where the reading of one ends.</summary>
public class LogReaderLimitTests
{
    private const int Megabyte = 1024 * 1024;

    // A window doubles until a record of the greatest size fits, and no more.
    private const int LargestWindow = (2 * LogReader.LongestElement) + 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_of_just_16_MB_is_read_and_one_of_a_byte_more_ends_the_file_with_an_error(bool needle)
    {
        var longest = Record("L", LogReader.LongestElement);
        var longer = Record("M", LogReader.LongestElement + 1);

        var reading = LogReading.Of($"[{Record("A")},{longest},{Record("B")}]", needle);
        Assert.Equal(["A", "L", "B"], reading.Records.Select(record => record.Id));
        Assert.Empty(reading.Damages);
        Assert.InRange(reading.Capacity, LogReader.LongestElement, LargestWindow);

        reading = LogReading.Of($"[{Record("A")},{longer},{Record("B")}]", needle);
        Assert.Equal(["A"], reading.Records.Select(record => record.Id));
        Assert.Contains("16 MB", Assert.Single(reading.Damages).Reason, StringComparison.Ordinal);
        Assert.InRange(reading.Capacity, 0, LargestWindow);
    }

    [Fact]
    public void However_the_text_comes_in_pieces_the_limit_is_the_same()
    {
        var text = Encoding.UTF8.GetBytes($"[{Record("A")},{Record("M", LogReader.LongestElement + 1)},{Record("B")}]");
        foreach (var size in new[] { 4096, 1_000_003, 64 * Megabyte })
        {
            var reading = LogReading.Of(new PieceStream(text, size));

            Assert.Equal(["A"], reading.Records.Select(record => record.Id));
            Assert.Single(reading.Damages);
        }
    }

    [Fact]
    public void A_log_of_any_size_is_read_in_a_window_that_does_not_grow()
    {
        var records = string.Join(",", Enumerable.Range(0, 20_000).Select(number => Record($"N{number}", 2000)));

        var reading = LogReading.Of($$"""{"Records":[{{records}}]}""");

        Assert.Equal(20_000, reading.Records.Count);
        Assert.InRange(reading.Capacity, 1, Megabyte);
    }

    [Fact]
    public void Members_without_end_in_the_object_around_a_list_do_not_grow_the_window_without_end()
    {
        var member = "\"" + new string('x', 200) + "\":{\"a\":[1,2,3]},";

        var reading = LogReading.Of("{" + string.Concat(Enumerable.Repeat(member, 50 * Megabyte / member.Length)));

        Assert.Single(reading.Damages);
        Assert.InRange(reading.Capacity, 1, LargestWindow);
    }

    [Fact]
    public void A_quote_that_is_off_in_the_first_record_of_a_large_file_does_not_cost_the_others()
    {
        var broken = Record("X").Replace("\"eventName\":\"GetJob\"", "\"eventName\":\"GetJob", StringComparison.Ordinal);
        var records = string.Join(",", Enumerable.Range(0, 10_000).Select(number => Record($"N{number}", 3000)));

        var reading = LogReading.Of($$"""{"Records":[{{broken}},{{records}}]}""");

        Assert.Equal(10_000, reading.Records.Count);
        Assert.Single(reading.Damages);
    }

    [Theory]
    [InlineData(ElementParser.MaxDepth, 3)]
    [InlineData(ElementParser.MaxDepth + 1, 2)]
    [InlineData(100_000, 2)]
    public void Nesting_that_is_too_deep_is_damage_of_that_record_only(int depth, int expected)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}"), ("{\"eventVersion\":", "}") })
        {
            // The record itself is one level.
            var deep = Record("D").Replace("\"eventName\"", "\"x\":" + Repeat(open, depth - 1) + "0" + Repeat(close, depth - 1) + ",\"eventName\"", StringComparison.Ordinal);
            foreach (var text in new[] { $$"""{"Records":[{{Record("A")}},{{deep}},{{Record("B")}}]}""", Record("A") + "\n" + deep + "\n" + Record("B") })
            {
                var reading = LogReading.Of(text);

                Assert.Equal(expected, reading.Records.Count);
                Assert.Equal("B", reading.Records[^1].Id);
                Assert.Equal(3 - expected, reading.Damages.Count);
            }
        }
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "{", string.Empty },
        { "[", string.Empty },
        { "{\"eventVersion\":", string.Empty },
        { "[{\"eventVersion\":", string.Empty },
        { "[{\"a\":", string.Empty },
        { "{\"Records\":[", string.Empty },
        { "\"", string.Empty },
        { "\\", string.Empty },
        { "\"", "{\"eventVersion\":" },
        { "\\", "{\"eventVersion\":\"" },
        { "x", "{\"eventVersion\":\"" },
        { " ", "{\"Records\":[" },
        { ",", "{\"Records\":[" },
        { "{},", "{\"Records\":[" },
        { "}", "{\"Records\":[" },
        { "{\"eventVersion\":x", "[" },
        { "{\"eventVersion\":x},", "[" },
        { "{\"eventVersion\":\"x", "[" },
        { "{\"eventVersion\":[{\"a\":1},", "[" },
        { "{\"eventVersion\":x[,{\"eventVersion\":1},", "[" },
        { "{\"eventVersion\":\"1\"}", "[{\"a\":x}" },
        { "{\"eventVersion\":\"1\"},[", "[{\"a\":x}," },
        { "{\"a\":\"\\u00\"}", string.Empty },
        { "2026-03-02T10:06:00.123Z ", string.Empty },
        { "{\"CloudTrailEvent\":\"{\\\"eventVersion\\\":", string.Empty },
        { " ", "[x{\"a\":1}" },
        { "1,", "[" },
        { "[[1,{\"eventVersion\":1}],2],", "[" },
        { "1,\"x\",{\"eventVersion\":\"1\"},", "[" },
        { "1,{\"eventVersion\":\"1\"},", "[" },
        { "{\"a\":1},{\"eventVersion\":" + new string('[', 256) + new string(']', 256) + "},", "[" },
        { "{\"eventVersion\":\"1\",\"eventName\":\"x\"},", "[" },
        { "\u001f\u008b", "\u001f" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_cost_of_a_hostile_text_grows_with_its_size_and_no_faster(string piece, string start)
    {
        const int size = 50 * Megabyte;
        var text = Encoding.Latin1.GetBytes(start + Repeat(piece, size / piece.Length));
        foreach (var needle in new[] { false, true })
        {
            var reading = LogReading.Of(text, needle);

            Assert.Empty(reading.Records);
            Assert.InRange(reading.Examined, 0, 6L * size);
            Assert.InRange(reading.Capacity, 1, LargestWindow);
            Assert.InRange(reading.Damages.Count, 0, 20);
        }
    }

    [Fact]
    public void Bytes_that_trickle_in_one_by_one_cost_no_more_than_all_at_once()
    {
        var text = Encoding.UTF8.GetBytes($$"""{"Records":[{"eventVersion":x},{{Record("A", 200_000)}},{"eventVersion":x},{{Record("B", 200_000)}}]}""");

        var reading = LogReading.Of(new PieceStream(text, 1));

        Assert.Equal(2, reading.Records.Count);
        Assert.InRange(reading.Examined, 0, 12 * text.Length);
    }

    [Fact]
    public void A_reading_can_be_cancelled_between_any_two_records()
    {
        using var source = new CancellationTokenSource();
        var reader = new LogReader(new CancellingVisitor(source), null);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes($"[{Record("A")},{Record("B")}]"));

        Assert.Throws<OperationCanceledException>(() => reader.Read(text, source.Token));
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Record(string id, int size = 0)
    {
        var record = $$"""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"GetJob","eventID":"{{id}}"}""";
        return size == 0 ? record : record[..^1] + ",\"x\":\"" + new string('y', size - record.Length - 7) + "\"}";
    }

    private sealed class CancellingVisitor(CancellationTokenSource source) : ILogVisitor
    {
        public void Record(in ParsedElement record, in RecordPlace place) => source.Cancel();

        public void NotAnEvent(string what)
        {
        }

        public void Damage(LogDamage damage)
        {
        }
    }
}
