using System;
using System.Linq;
using System.Text;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>
/// What it costs to drop the records of other services unparsed. Damage in such a record, when nothing else in the log is
/// damaged, is or is not seen:
/// <code>
///   damage in a record without the needle        without a needle   with a needle
///   a wrong literal, number or escape            told               passed over
///   a missing colon or comma                     told               passed over
///   a control character in a string              told               passed over
///   ] for } inside it, or the other way round    told               passed over
///   a record without eventSource or eventTime    told               passed over, whatever is inside it
///   invalid UTF-8                                passed over        passed over (it is shown as U+FFFD)
///   ] for } at its end                           told               told
///   a quote or a bracket too few or too many     told               told
///   anything between records                     told               told
/// </code>
/// None of it loses a record that has the needle, and from the first damage on the log is parsed throughout. Whoever must
/// know that all of a log is whole reads it without a needle.
/// </summary>
public class FastRejectionTests
{
    private const string Wanted = """{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"GetJob"}""";
    private const string First = """{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"GetObject"}""";

    [Theory]
    [InlineData("{\"eventVersion\":\"1.11\",\"x\":tru}", false)]
    [InlineData("{\"eventVersion\":\"1.11\",\"x\":01}", false)]
    [InlineData("{\"eventVersion\":\"1.11\",\"x\":\"\\q\"}", false)]
    [InlineData("{\"eventVersion\" \"1.11\"}", false)]
    [InlineData("{\"eventVersion\":\"1.11\" \"x\":1}", false)]
    [InlineData("{\"eventVersion\":\"\u0001\"}", false)]
    [InlineData("{\"eventVersion\":[1}}", false)]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventName\":\"x\"}", false)]
    [InlineData("{\"eventVersion\":\"1.11\"]", true)]
    [InlineData("{\"eventVersion\":\"1.11}", true)]
    [InlineData("{\"eventVersion\":{\"1.11\":1}", true)]
    [InlineData("{\"eventVersion\":\"1.11\"}}", true)]
    [InlineData("1", true)]
    public void Damage_in_another_services_record_is_told_without_a_needle_and_with_one_where_it_breaks_the_structure(string damaged, bool isSeen)
    {
        var log = $$"""{"Records":[{{First}},{{Wanted}},{{damaged}},{{Wanted}}]}""";
        var all = LogReading.Of(log);
        var sought = LogReading.Of(log, needle: true);

        Assert.NotEmpty(all.Damages);
        Assert.Equal(isSeen, sought.Damages.Count > 0);
        Assert.Equal([Wanted, Wanted], all.DeadlineRecords.Select(record => record.Raw));
        Assert.Equal([Wanted, Wanted], sought.DeadlineRecords.Select(record => record.Raw));
    }

    [Theory]
    [InlineData("""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","requestParameters":{"eventSource":"deadline.amazonaws.com"}}""")]
    [InlineData("""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","requestParameters":{"a":{"eventVersion":"1.11","eventSource":"deadline.amazonaws.com"},"b":[{"eventVersion":"1.11"}]}}""")]
    [InlineData("""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"events.amazonaws.com","eventName":"PutEvents","requestParameters":{"entries":[{"detail":"{\"eventSource\":\"deadline.amazonaws.com\",\"eventName\":\"GetJob\",\"eventTime\":\"2026-03-02T10:05:00Z\"}"}]}}""")]
    [InlineData("""{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","userIdentity":{"invokedBy":"deadline.amazonaws.com"}}""")]
    public void A_record_of_another_service_that_speaks_of_this_one_is_dropped_unparsed(string other)
    {
        var log = $$"""{"Records":[{{First}},{{other}},{{Wanted}}]}""";

        Assert.Equal([First, other, Wanted], LogReading.Of(log).Records.Select(record => record.Raw));
        Assert.Equal([Wanted], LogReading.Of(log, needle: true).Records.Select(record => record.Raw));
    }

    [Fact]
    public void A_record_swallowed_by_one_that_lost_its_end_is_told_although_the_brackets_balance_in_the_end()
    {
        var log = $$"""{"Records":[{{First}},{{First[..^1]}},{{Wanted}},{{First}}},{{Wanted}}]}""";

        var reading = LogReading.Of(log, needle: true);

        Assert.Equal(log.IndexOf("{" + Wanted[1..] + ",", StringComparison.Ordinal), Assert.Single(reading.Damages).Position);
        Assert.Equal([Wanted], reading.DeadlineRecords.Select(record => record.Raw));
    }

    [Fact]
    public void What_is_rejected_costs_no_memory()
    {
        var log = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(First, 20_000)) + "]");
        LogReading.Of(log, needle: true);

        var before = GC.GetAllocatedBytesForCurrentThread();
        LogReading.Of(log, needle: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The reader, its window and the stream: less than 20 bytes for each of the 20,000 records.
        Assert.InRange(allocated, 0, 400_000);
    }
}
