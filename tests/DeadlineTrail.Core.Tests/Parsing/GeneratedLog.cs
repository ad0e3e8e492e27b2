using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>The shapes that <see cref="GeneratedLog"/> puts records in.</summary>
public enum LogShape
{
    LogFile,
    PrettyLogFile,
    Array,
    Lines,
    CrLfLines,
    Concatenated,
    Lookup,
    LookupTokenFirst,
    LookupLines,
    EventBridgeArray,
    EventBridgeLines,
    CloudWatchExport,
    FilteredLogEvents,
    Subscription,
    ArrayOfLogFiles,
}

/// <summary>Where an element stands in a text, in bytes.</summary>
internal sealed record ElementSpan(int Start, int End, string Id);

/// <summary>
/// A valid log, the same for the same seed, with everything in it that could mislead: texts that look like records, as
/// objects, in lists and in strings; an eventSource spelled with escapes; brackets in strings; keys that differ only by
/// case, keys that come twice; deep nesting; characters of every length; records that end around every boundary.
/// </summary>
internal sealed class GeneratedLog
{
    private const string LookAlike =
        """{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"DeleteFarm","eventID":"LOOK"}""";

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly int _sizeNear;
    private int _made;

    private GeneratedLog(int seed, int sizeNear)
    {
        _random = new Random(seed);
        _sizeNear = sizeNear;
    }

    internal List<ElementSpan> Elements { get; } = [];

    internal byte[] Bytes { get; private set; } = [];

    internal LogShape Shape { get; private init; }

    /// <summary>Makes a log.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="seed">What it depends on.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="sizeNear">About how many bytes some of the records have; 0 for no matter.</param>
    internal static GeneratedLog Make(LogShape shape, int seed, int count, int sizeNear = 0)
    {
        var log = new GeneratedLog(seed, sizeNear) { Shape = shape };
        log.Write(shape, count);
        log.Bytes = Encoding.UTF8.GetBytes(log._text.ToString());
        return log;
    }

    private void Write(LogShape shape, int count)
    {
        switch (shape)
        {
            case LogShape.LogFile:
                WriteAll("{\"Records\":[", count, ",", "]}");
                break;
            case LogShape.PrettyLogFile:
                WriteAll("{\r\n  \"Records\" : [\r\n    ", count, " ,\r\n    ", "\r\n  ]\r\n}\r\n");
                break;
            case LogShape.Array:
                WriteAll("[", count, ", ", "]");
                break;
            case LogShape.Lines:
                WriteAll(string.Empty, count, "\n", "\n");
                break;
            case LogShape.CrLfLines:
                WriteAll("\uFEFF", count, "\r\n", string.Empty);
                break;
            case LogShape.Concatenated:
                WriteAll(string.Empty, count, string.Empty, string.Empty);
                break;
            case LogShape.Lookup:
                WriteAll("{\"Events\":[", count, ",", "],\"NextToken\":\"a\\\"}]\"}", "{\"EventId\":\"x\",\"CloudTrailEvent\":\"", "\",\"Resources\":[{\"ResourceName\":\"r\"}]}");
                break;
            case LogShape.LookupTokenFirst:
                WriteAll("{\"NextToken\":\"{[\",\"Events\":[", count, ",", "]}", "{\"CloudTrailEvent\":\"", "\",\"Username\":\"u\"}");
                break;
            case LogShape.LookupLines:
                WriteAll(string.Empty, count, "\n", "\n", "{\"EventName\":\"x\",\"CloudTrailEvent\":\"", "\"}");
                break;
            case LogShape.EventBridgeArray:
                WriteAll("[", count, ",\n", "]", "{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":", ",\"resources\":[]}");
                break;
            case LogShape.EventBridgeLines:
                WriteAll(string.Empty, count, "\n", string.Empty, "{\"version\":\"0\",\"resources\":[],\"detail\":", "}");
                break;
            case LogShape.CloudWatchExport:
                WriteAll(count > 0 ? "2026-03-02T10:06:00.123Z " : string.Empty, count, "\n2026-03-02T10:06:00.123Z ", "\n");
                break;
            case LogShape.FilteredLogEvents:
                WriteAll("{\"events\":[", count, ",", "],\"searchedLogStreams\":[{\"a\":[]}]}", "{\"logStreamName\":\"s\",\"message\":\"", "\",\"eventId\":\"1\"}");
                break;
            case LogShape.Subscription:
                WriteAll("{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[", count, ",", "]}", "{\"id\":\"1\",\"timestamp\":1,\"message\":\"", "\"}");
                break;
            case LogShape.ArrayOfLogFiles:
                WriteAll("[{\"Records\":[", (count + 1) / 2, ",", "]},{\"Records\":[");
                WriteAll(string.Empty, count / 2, ",", "]}]");
                break;
        }
    }

    private void WriteAll(string begin, int count, string between, string end, string before = "", string behind = "")
    {
        _text.Append(begin);
        for (var element = 0; element < count; element++)
        {
            _text.Append(element == 0 ? string.Empty : between);
            var start = Encoding.UTF8.GetByteCount(_text.ToString());
            var id = $"ID-{++_made}";
            var record = Record(id);
            var text = before + (before.EndsWith('"') ? Quoted(record) : record) + behind;
            _text.Append(text);
            Elements.Add(new ElementSpan(start, start + Encoding.UTF8.GetByteCount(text), id));
        }

        _text.Append(end);
    }

    private string Record(string id)
    {
        var source = _random.Next(3) switch
        {
            0 => "ec2.amazonaws.com",
            1 when _random.Next(4) == 0 => "\\u0064eadline.amazonaws.com",
            _ => "deadline.amazonaws.com",
        };
        var members = new List<string>
        {
            "\"eventTime\":\"2026-03-02T10:05:00Z\"",
            $"\"eventSource\":{Blank()}\"{source}\"",
            "\"eventName\":\"Get\\u004aob\"",
            "\"awsRegion\":\"us-west-2\"",
            $"\"userAgent\":{Blank()}\"{Text(_random.Next(60))}\"",
            "\"requestParameters\":" + Value(_random.Next(5)),
            $"\"eventID\":\"{id}\"",
        };
        if (_random.Next(3) == 0)
        {
            members.Add("\"responseElements\":{\"items\":[" + LookAlike + "," + LookAlike + "],\"next\":1}");
        }

        if (_random.Next(4) == 0)
        {
            members.Add("\"additionalEventData\":{\"policy\":\"" + Quoted(LookAlike) + "\",\"Tag\":[1,{}],\"tag\":[" + LookAlike + "]}");
        }

        if (_random.Next(6) == 0)
        {
            members.Insert(_random.Next(4), "\"eventName\":\"Earlier\"");
        }

        if (_random.Next(8) == 0)
        {
            // Another service's record, or one of a service nobody knows.
            members.Add("\"eventName\":\"Later\",\"detail\":" + LookAlike + ",\"message\":\"{}\"");
        }

        var first = _random.Next(6) == 0 ? string.Empty : "\"eventVersion\":\"1.11\",";
        var record = "{" + Blank() + first + string.Join("," + Blank(), members.OrderBy(_ => _random.Next(5))) + Blank() + "}";
        return _sizeNear > 0 && _random.Next(2) == 0 ? Grown(record, _sizeNear + _random.Next(-70, 70)) : record;
    }

    private static string Grown(string record, int size)
    {
        var missing = size - record.Length - ",\"filler\":\"\"".Length;
        return missing < 0 ? record : record[..^1] + ",\"filler\":\"" + new string('}', missing) + "\"}";
    }

    private string Value(int depth) => _random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => "null",
        1 => _random.Next().ToString(CultureInfo.InvariantCulture),
        2 => "\"" + Text(_random.Next(130)) + "\"",
        3 => "-1.5E+300",
        4 => "true",
        5 => "[" + string.Join(",", Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))) + "]",
        6 => LookAlike,
        7 when _random.Next(10) == 0 => string.Concat(Enumerable.Repeat("{\"a\":[", 100)) + "1" + string.Concat(Enumerable.Repeat("]}", 100)),
        _ => "{" + string.Join(",", Enumerable.Range(0, _random.Next(4)).Select(_ => $"\"{Text(_random.Next(12))}\"{Blank()}:{Value(depth - 1)}")) + "}",
    };

    private string Text(int length)
    {
        var pieces = new[] { "a", "}", "{", "]", "[", ",", ":", "\\\"", "\\\\", "\\/", "\\u0022", "\\ud83d\\ude00", "é", "\u20ac", "\U0001f680", " ", "\\n", "\u007f", "deadline.amazonaws.com" };
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(_random.Next(2) == 0 ? "x" : pieces[_random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    private string Blank() => _random.Next(12) switch
    {
        0 => " ",
        1 => "\t ",
        _ => string.Empty,
    };

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
