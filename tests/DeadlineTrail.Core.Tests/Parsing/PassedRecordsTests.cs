using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DeadlineTrail.Parsing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>Records that are passed many at a time, with vectors of each width: never one that is worth a look.</summary>
public class PassedRecordsTests
{
    private const string Needle = "deadline.amazonaws.com";
    private const string Plain = """{"eventVersion":"1.11","eventSource":"s3.amazonaws.com","requestParameters":{"a":[{},"}",1]},"PAD":1}""";

    public static TheoryData<string> Widths => ["128", "256", "512", "widest"];

    // The end of a list is no record that the next follows; so the last two are never passed.
    [Theory]
    [MemberData(nameof(Widths))]
    public void Plain_records_are_passed_wherever_they_end(string width)
    {
        for (var pad = 0; pad < 200; pad++)
        {
            string[] records = [.. Enumerable.Range(0, 12).Select(index => Plain.Replace("PAD", new string('x', pad + (7 * index)), StringComparison.Ordinal))];

            var (next, passed) = Pass(string.Join(',', records) + "]}" + new string(' ', 300), width);

            Assert.Equal(11, passed);
            Assert.Equal(records.Take(11).Sum(record => record.Length + 1), next);
        }
    }

    [Theory]
    [InlineData("""{"eventVersion":"1.11","eventSource":"deadline.amazonaws.com","PAD":1}""")]
    [InlineData("""{"eventVersion":"1.11","eventSource":"s3.amazonaws.com","PAD":{"invokedBy":"deadline.amazonaws.com"}}""")]
    [InlineData("""{"eventVersion":"1.11","eventSource":"s3.amazonaws.com","PAD":"\\\""}""")]
    [InlineData("""{"eventVersion":"1.11","eventSource":"\u0064eadline.amazonaws.com","PAD":1}""")]
    public void One_that_is_worth_a_look_is_not_passed_wherever_it_lies(string special)
    {
        foreach (var width in new[] { "128", "256", "512", "widest" })
        {
            for (var pad = 0; pad < 140; pad++)
            {
                var wanted = special.Replace("PAD", new string('y', pad), StringComparison.Ordinal);
                string[] records = [Plain, Plain.Replace("PAD", new string('x', pad), StringComparison.Ordinal), Plain, wanted, Plain, Plain, Plain, Plain, Plain];

                var (next, passed) = Pass(string.Join(',', records), width);

                Assert.InRange(passed, 2, 3);
                Assert.Equal(records.Take(passed).Sum(record => record.Length + 1), next);
            }
        }
    }

    [Theory]
    [InlineData("]")]
    [InlineData("}]")]
    [InlineData("} ")]
    [InlineData("},")]
    [InlineData("},[]")]
    [InlineData("},{\"eventName\":\"x\"}")]
    [InlineData("}{\"eventVersion\":\"1.11\"}")]
    [InlineData("},,{\"eventVersion\":\"1.11\"}")]
    [InlineData("}},{\"eventVersion\":\"1.11\"}")]
    [InlineData("},{\"eventVersion\":\"2.1\"}")]
    public void A_record_that_no_other_follows_as_it_should_is_not_passed(string ending)
    {
        foreach (var width in new[] { "128", "256", "512", "widest" })
        {
            for (var pad = 0; pad < 140; pad++)
            {
                var last = Plain.Replace("PAD", new string('x', pad), StringComparison.Ordinal);

                var (next, passed) = Pass(Plain + "," + last[..^1] + ending + "," + Plain + "," + Plain + "," + Plain, width);

                Assert.Equal((1, Plain.Length + 1), (passed, next));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Short_records_are_passed_or_left_but_never_cut(string width)
    {
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            List<string> records = [.. Enumerable.Range(0, 30).Select(_ => "{\"eventVersion\":\"1.11\"" + (random.Next(3) > 0 ? ",\"x\":{\"y\":\"" + new string('}', random.Next(40)) + "\"}" : string.Empty) + "}")];

            var (next, passed) = Pass(string.Join(',', records), width);

            Assert.Equal(records.Take(passed).Sum(record => record.Length + 1), next);
        }
    }

    [Fact]
    public void A_log_of_which_most_is_passed_counts_and_places_its_records_as_one_read_to_the_letter()
    {
        var random = new Random(6);
        List<string> records = [.. Enumerable.Range(1, 5000).Select(number => random.Next(20) > 0
            ? Plain.Replace("PAD", new string('x', random.Next(900)), StringComparison.Ordinal)
            : $$"""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"{{Needle}}","eventName":"GetJob","eventID":"{{number}}"}""")];
        var log = "{\"Records\":[" + string.Join(',', records) + "]}";

        var reading = LogReading.Of(log, needle: true);

        Assert.Empty(reading.Damages);
        Assert.Equal(5000, reading.Elements);
        Assert.Equal(records.Select((record, index) => (record, Number: index + 1L)).Where(each => each.record.Contains(Needle, StringComparison.Ordinal)), reading.Records.Select(record => (record.Raw, record.Number)));
        Assert.All(reading.Records, record => Assert.Equal(log.IndexOf($"\"{record.Number}\"}}", StringComparison.Ordinal) + record.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 3, record.Position + record.Raw.Length));
    }

    /// <summary>Behind the text lies more of the same, as it may in a window: to be taken for nothing.</summary>
    private static (int Next, int Passed) Pass(string log, string width)
    {
        var buffer = Encoding.ASCII.GetBytes(log + log);
        var text = buffer.AsSpan(0, log.Length);
        var needle = RecordNeedle.ForMember("eventSource", Needle)!;
        return width switch
        {
            "128" => ElementScanner.PassRecordBlocks<ElementScanner.Block128>(text, needle, out var passed) is var at ? (at, passed) : default,
            "256" => ElementScanner.PassRecordBlocks<ElementScanner.Block256>(text, needle, out var passed) is var at ? (at, passed) : default,
            "512" => ElementScanner.PassRecordBlocks<ElementScanner.Block512>(text, needle, out var passed) is var at ? (at, passed) : default,
            _ => ElementScanner.PassRecords(text, needle, out var passed) is var at ? (at, passed) : default,
        };
    }
}
