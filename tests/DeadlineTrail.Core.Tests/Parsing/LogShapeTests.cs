using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Xunit;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>
/// Every form in which CloudTrail records are handed over. A and B are records of Deadline Cloud, C is another service's;
/// each shape is written by hand around them.
/// </summary>
public class LogShapeTests
{
    private const string A = """{"eventVersion":"1.11","userIdentity":{"type":"Root"},"eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"GetJob","awsRegion":"us-west-2","requestParameters":{"a":[{"b":"}]"}]},"eventID":"A"}""";
    private const string B = """{"eventVersion":"1.08","eventTime":"2026-03-02T10:06:00Z","eventSource":"deadline.amazonaws.com","eventName":"UpdateQueue","requestParameters":null,"eventID":"B"}""";
    private const string C = """{"eventVersion":"1.09","eventTime":"2026-03-02T10:07:00Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","eventID":"C"}""";

    private static readonly string Pretty = A.Replace(",", ",\n    ", StringComparison.Ordinal);

    /// <summary>Name, text, and the records in it, each with its number in the file.</summary>
    private static readonly Dictionary<string, (string Text, string[] Records)> Shapes = new()
    {
        ["log file"] = ($$"""{"Records":[{{A}},{{C}},{{B}}]}""", [A, C, B]),
        ["log file, pretty-printed"] = ($"{{\r\n  \"Records\" : [\r\n    {Pretty} ,\r\n\t{B}\r\n  ]\r\n}}\r\n", [Pretty, B]),
        ["log file with byte order mark"] = ($$"""{{'\uFEFF'}}{"Records":[{{A}}]}""", [A]),
        ["log file with an escape in the list's name"] = ($$"""{"\u0052ecords":[{{A}}]}""", [A]),
        ["one record"] = (A, [A]),
        ["one record, pretty-printed"] = (Pretty, [Pretty]),
        ["array of records"] = ($"[{A},{C}, {B}]", [A, C, B]),
        ["array of one"] = ($"[{A}]", [A]),
        ["records by lines"] = ($"{A}\n{C}\n{B}\n", [A, C, B]),
        ["records by lines, no newline at the end"] = ($"{A}\n{B}", [A, B]),
        ["records by lines, CRLF and blank lines"] = ($"{A}\r\n\r\n{C}\r\n{B}\r\n", [A, C, B]),
        ["records behind each other"] = (A + C + B, [A, C, B]),
        ["log files behind each other"] = ($$"""{"Records":[{{A}}]}{"Records":[{{C}},{{B}}]}""", [A, C, B]),
        ["array of log files"] = ($$"""[{"Records":[{{A}},{{C}}]},{"Records":[]},{"Records":[{{B}}]}]""", [A, C, B]),
        ["array of lookup pages, token first"] = ($$"""[{"NextToken":"t","Events":[{{Looked(A)}}]},{"NextToken":"u","Events":[{{Looked(B)}}]}]""", [A, B]),
        ["records with a field of a log shipper first"] = (
            $"{Shipped(A)}\n{Shipped(C)}\n{Shipped(B)}\n", [Shipped(A), Shipped(C), Shipped(B)]),
        ["lookup-events, version 1"] = ($$"""{"Events":[{{Looked(A)}},{{Looked(C)}}],"NextToken":"abc"}""", [A, C]),
        ["lookup-events, version 2, token first"] = ($$"""{"NextToken":"abc]}","Events":[{{Looked(A)}},{{Looked(B)}}]}""", [A, B]),
        ["lookup events by lines"] = ($"{Looked(A)}\n{Looked(C)}\n{Looked(B)}\n", [A, C, B]),
        ["lookup event, escaped as by PowerShell"] = (
            $$"""{"EventId":"x","CloudTrailEvent":"{{Quoted(A).Replace("\\\"", "\\u0022", StringComparison.Ordinal)}}"}""", [A]),
        ["EventBridge event"] = (Bridged(A), [A]),
        ["EventBridge events by lines"] = ($"{Bridged(A)}\n{Bridged(C)}\n{Bridged(B)}", [A, C, B]),
        ["array of EventBridge events"] = ($"[{Bridged(A)},{Bridged(C)},{Bridged(B)}]", [A, C, B]),
        ["CloudWatch Logs export"] = ($"2026-03-02T10:06:00.000Z {A}\n2026-03-02T10:06:01.123Z {C}\n2026-03-02T10:06:02.000Z {B}\n", [A, C, B]),
        ["filter-log-events"] = (
            $$"""{"events":[{{Logged(A)}},{{Logged(C)}},{{Logged(B)}}],"searchedLogStreams":[],"nextToken":"t"}""", [A, C, B]),
        ["get-log-events"] = (
            $$"""{"events":[{{Logged(A)}},{{Logged(B)}}],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}""", [A, B]),
        ["CloudWatch Logs subscription"] = (
            $$"""{"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"g","logStream":"s","subscriptionFilters":["f"],"logEvents":[{"id":"1","timestamp":1,"message":"{{Quoted(A)}}"},{"id":"2","timestamp":2,"message":"{{Quoted(B)}}"}]}""",
            [A, B]),
        ["an eventSource with an escape"] = ($$"""{"Records":[{{C}},{{Escaped(A)}}]}""", [C, Escaped(A)]),
        ["field names with escapes"] = ($$"""[{{A.Replace("\"eventSource\"", "\"event\\u0053ource\"", StringComparison.Ordinal)}}]""",
            [A.Replace("\"eventSource\"", "\"event\\u0053ource\"", StringComparison.Ordinal)]),
    };

    /// <summary>What lies where logs lie, and is none: its name under -Verbose, or nothing to be said at all.</summary>
    private static readonly Dictionary<string, (string Text, string[] Names)> Others = new()
    {
        ["digest"] = (
            """{"awsAccountId":"111122223333","digestStartTime":"2026-03-02T09:00:00Z","digestEndTime":"2026-03-02T10:00:00Z","logFiles":[{"s3Bucket":"b","s3Object":"o","hashValue":"00"}]}""",
            ["CloudTrail digest"]),
        ["Insight"] = (
            """{"Records":[{"eventVersion":"1.08","eventTime":"2026-03-02T10:00:00Z","awsRegion":"us-west-2","eventID":"i","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","sharedEventID":"s","insightDetails":{"state":"Start","eventSource":"deadline.amazonaws.com","eventName":"GetJob","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":9.82222E-5}}}},"eventCategory":"Insight"}]}""",
            ["Insight event"]),
        ["aggregated"] = (
            """{"Records":[{"eventVersion":"1.0","accountId":"111122223333","eventId":"e","eventCategory":"Aggregated","eventType":"AwsAggregatedEvent","awsRegion":"us-west-2","eventSource":"deadline.amazonaws.com","timeWindow":{"windowStart":"2026-03-02T10:00:00Z","windowEnd":"2026-03-02T10:05:00Z","windowSize":"PT5M"},"summary":{"primaryDimension":{"dimension":"eventName","statistics":[{"name":"GetJob","value":5}]}}}]}""",
            ["CloudTrail aggregated event"]),
        ["SNS notification"] = (
            """{"Type":"Notification","MessageId":"m","TopicArn":"arn:aws:sns:us-west-2:111122223333:t","Message":"{\"s3Bucket\":\"b\",\"s3ObjectKey\":[\"AWSLogs/x.json.gz\"]}","Timestamp":"2026-03-02T10:00:00.000Z"}""",
            ["SNS notification"]),
        ["CloudTrail delivery notification"] = ("""{"s3Bucket":"b","s3ObjectKey":["AWSLogs/x.json.gz"]}""", ["CloudTrail delivery notification"]),
        ["S3 event notification"] = (
            """{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2","eventTime":"2026-03-02T10:00:00.000Z","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"b"},"object":{"key":"AWSLogs/x.json.gz"}}}]}""",
            ["S3 event notification"]),
        ["S3 test event"] = (
            """{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-03-02T10:00:00.000Z","Bucket":"b","RequestId":"r","HostId":"h"}""",
            ["S3 test notification"]),
        ["S3 event through EventBridge"] = (
            """{"version":"0","id":"i","detail-type":"Object Created","source":"aws.s3","account":"111122223333","time":"2026-03-02T10:00:00Z","region":"us-west-2","resources":["arn:aws:s3:::b"],"detail":{"version":"0","bucket":{"name":"b"},"object":{"key":"k"}}}""",
            ["EventBridge event \"Object Created\""]),
        ["Insight through EventBridge"] = (
            """{"version":"0","detail-type":"AWS Insight via CloudTrail","source":"aws.cloudtrail","detail":{"eventVersion":"1.08","eventTime":"2026-03-02T10:00:00Z","insightDetails":{}}}""",
            ["EventBridge event \"AWS Insight via CloudTrail\""]),
        ["EventBridge event without detail"] = ("""{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":null}""", ["JSON object that is not a CloudTrail record"]),
        ["control message of a subscription"] = (
            """{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}""",
            ["CloudWatch Logs event that holds no CloudTrail record"]),
        ["validation message of a new trail"] = ("CloudTrail validation message.", ["CloudTrail validation message"]),
        ["empty file"] = (string.Empty, []),
        ["white space only"] = (" \r\n\t\n", []),
        ["byte order mark only"] = ("\uFEFF", []),
        ["no records"] = ("""{"Records":[]}""", []),
        ["no records, spread out"] = ("{ \"Records\" : [ \n ] \n }", []),
        ["empty array"] = ("[]", []),
        ["empty object"] = ("{}", ["JSON object that is not a CloudTrail record"]),
        ["Records that is no list"] = ("""{"Records":{"eventSource":"x"}}""", ["JSON object that is not a CloudTrail record"]),
    };

    public static TheoryData<string> ShapeNames => [.. Shapes.Keys];

    public static TheoryData<string> OtherNames => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Each_shape_gives_its_records_to_the_letter(string shape)
    {
        var (text, records) = Shapes[shape];
        foreach (var file in Files(text))
        {
            var reading = LogReading.Of(file);

            Assert.Equal(records, reading.Records.Select(record => record.Raw));
            Assert.Equal(Enumerable.Range(1, records.Length).Select(number => (long)number), reading.Records.Select(record => record.Number));
            Assert.Equal(records.Length, reading.Elements);
            Assert.Empty(reading.Damages);
            Assert.Empty(reading.NotEvents);
            Assert.DoesNotContain(reading.Records, record => record.Recovered);
        }
    }

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void With_a_needle_the_same_Deadline_records_come_with_the_same_numbers(string shape)
    {
        foreach (var file in Files(Shapes[shape].Text))
        {
            var sought = LogReading.Of(file, needle: true);

            Assert.Equal(LogReading.Of(file).DeadlineRecords, sought.DeadlineRecords);
            Assert.NotEmpty(sought.DeadlineRecords);
            Assert.Empty(sought.Damages);
        }
    }

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void A_position_is_where_the_element_begins_in_the_text(string shape)
    {
        var text = Encoding.UTF8.GetBytes(Shapes[shape].Text);
        foreach (var record in LogReading.Of(text).Records)
        {
            Assert.Equal((byte)'{', text[record.Position]);
            Assert.Contains(record.Id, Encoding.UTF8.GetString(text.AsSpan((int)record.Position)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Positions_count_bytes_from_the_start_of_the_inflated_text()
    {
        var text = $$"""{"Records":[{{A}}, {{C}}]}""";

        var reading = LogReading.Of(Gzip(Encoding.UTF8.GetBytes(text)));

        Assert.Equal([12L, 12 + A.Length + 2], reading.Records.Select(record => record.Position));
    }

    [Fact]
    public void A_lookup_event_happened_when_its_inner_record_says()
    {
        var reading = LogReading.Of($$"""{"Events":[{{Looked(A)}}]}""");

        Assert.Equal(new DateTime(2026, 3, 2, 10, 5, 0).Ticks, Assert.Single(reading.Records).Ticks);
    }

    [Theory]
    [MemberData(nameof(OtherNames))]
    public void What_is_no_event_is_named_and_no_error(string other)
    {
        var (text, names) = Others[other];
        foreach (var file in Files(text))
        {
            foreach (var needle in new[] { false, true })
            {
                var reading = LogReading.Of(file, needle);

                Assert.Equal(names, reading.NotEvents);
                Assert.Empty(reading.Records);
                Assert.Empty(reading.Damages);
            }
        }
    }

    [Fact]
    public void What_is_no_event_does_not_hide_the_records_beside_it()
    {
        var texts = Others.Values.Where(other => other.Text.StartsWith('{')).SelectMany(other => new[] { other.Text, A });

        var reading = LogReading.Of(string.Join("\n", texts));

        Assert.Empty(reading.Damages);
        Assert.Equal(Others.Values.Count(other => other.Text.StartsWith('{')), reading.Records.Count);
        Assert.All(reading.Records, record => Assert.Equal(A, record.Raw));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_that_Windows_PowerShell_redirected_is_told_by_its_encoding(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);
        var reading = LogReading.Of([.. writer.GetPreamble(), .. writer.GetBytes(A)]);

        Assert.Empty(reading.Records);
        Assert.Contains("UTF-16", Assert.Single(reading.Damages).Reason, StringComparison.Ordinal);
    }

    private static IEnumerable<byte[]> Files(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        yield return plain;
        if (plain.Length > 0)
        {
            yield return Gzip(plain);

            // A member for each half, as appending to a log gives.
            yield return [.. Gzip(plain[..(plain.Length / 2)]), .. Gzip(plain[(plain.Length / 2)..])];
        }
    }

    private static byte[] Gzip(byte[] text)
    {
        var file = new MemoryStream();
        using (var writer = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(text);
        }

        return file.ToArray();
    }

    private static string Looked(string record) =>
        $$"""{"EventId":"x","EventName":"n","ReadOnly":"true","EventTime":"2020-01-01T00:00:00+11:00","EventSource":"s","Resources":[{"ResourceType":null,"ResourceName":"r"}],"CloudTrailEvent":"{{Quoted(record)}}"}""";

    private static string Logged(string record) =>
        $$"""{"logStreamName":"111122223333_CloudTrail_us-west-2","timestamp":1772445900000,"message":"{{Quoted(record)}}","ingestionTime":1772445901000,"eventId":"3"}""";

    private static string Bridged(string record) =>
        $$"""{"version":"0","id":"i","detail-type":"AWS API Call via CloudTrail","source":"aws.deadline","account":"111122223333","time":"2020-01-01T00:00:00Z","region":"us-west-2","resources":[],"detail":{{record}}}""";

    private static string Shipped(string record) => """{"@timestamp":"2026-03-02T10:05:00.000Z",""" + record[1..];

    private static string Escaped(string record) => record.Replace("\"deadline.", "\"\\u0064eadline.", StringComparison.Ordinal);

    private static string Quoted(string record) =>
        record.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
