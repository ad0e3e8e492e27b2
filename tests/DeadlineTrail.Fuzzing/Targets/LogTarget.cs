using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Core.Tests.Parsing;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>Logs of every shape, damaged in every way.</summary>
internal sealed class LogTarget : FuzzTarget
{
    private readonly HeardLog _whole = new(null);
    private readonly HeardLog _pieces = new(null);
    private readonly HeardLog _sought = new(RecordNeedle.ForMember("eventSource", HeardLog.Deadline));
    private readonly HeardLog _strict = new(null, strict: true);

    internal override string Name => "log";

    internal override string About => "the reader of logs: at once, in pieces, rejecting, strictly; against a slow reader where the log is whole";

    internal override IEnumerable<byte[]> Seeds =>
        from shape in Enum.GetValues<LogShape>() from seed in Enumerable.Range(0, 3) select GeneratedLog.Make(shape, seed, 1 + seed).Bytes;

    internal override IEnumerable<string> Words =>
    [
        "{\"Records\":[", "{\"Events\":[", "\"logEvents\":[", "]}", "},{", "{\"eventVersion\":", "\"eventSource\":\"deadline.amazonaws.com\"", "\"eventName\":",
        "\"eventTime\":\"2026-03-02T10:05:00Z\"", "{\"CloudTrailEvent\":\"{", "\"message\":\"{\\\"", "\"detail\":{", "\\u0064", "\\ud800", "\\\"", "null", "true", "-1e5",
        "2026-03-02T10:06:00.123Z ", "CloudTrail validation message.", "\uFEFF", "\"insightDetails\":", "\"eventCategory\":",
    ];

    internal override void Run(byte[] input)
    {
        _whole.Read(new MemoryStream(input));
        _pieces.Read(new PieceStream(input));
        _sought.Read(new MemoryStream(input));
        _strict.Read(new MemoryStream(input));

        FindingException.Unless(_whole.Records.SequenceEqual(_pieces.Records), "read in pieces, the records are others");
        FindingException.Unless(_whole.NotEvents.SequenceEqual(_pieces.NotEvents), "read in pieces, other things are no events");
        FindingException.Unless(_whole.Damages.SequenceEqual(_pieces.Damages), $"read in pieces, the damage is another: {string.Join("; ", _pieces.Damages)} where {string.Join("; ", _whole.Damages)} was told");
        foreach (var heard in new[] { _whole, _pieces, _sought, _strict })
        {
            FindingException.Unless(heard.Examined <= 1000 + (12L * input.Length), $"{heard.Examined} bytes were looked at in a text of {input.Length}");
        }

        if (_whole.Damages.Count == 0)
        {
            FindingException.Unless(
                _whole.Records.Where(static record => record.IsDeadline).SequenceEqual(_sought.Records.Where(static record => record.IsDeadline)),
                "rejecting, wanted records are others");
        }

        if (_strict.Damages.Count == 0)
        {
            FindingException.Unless(_whole.Damages.Count == 0, "read strictly, no damage is told where there is some");
            FindingException.Unless(System.Text.Unicode.Utf8.IsValid(input), "read strictly, no damage is told where bytes are not UTF-8");
            FindingException.Unless(_whole.Records.SequenceEqual(_strict.Records), "read strictly, a log without damage has other records");
        }

        HoldAgainstOracle(input);
    }

    private void HoldAgainstOracle(byte[] input)
    {
        List<OracleRecord>? oracle;
        try
        {
            oracle = OracleReader.Read(input);
        }
        catch (NotSupportedException)
        {
            return;
        }

        if (oracle is not null)
        {
            FindingException.Unless(_whole.Damages.Count == 0, "the log is whole and damage was told: " + _whole.Damages.FirstOrDefault());
            FindingException.Unless(
                oracle.Select(static record => (record.Number, record.Raw)).SequenceEqual(_whole.Records.Select(static record => (record.Number, record.Raw))),
                "the log is whole and the records are not the oracle's");
        }
    }
}
