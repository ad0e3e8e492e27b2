using System.Collections.Generic;
using System.Text.Json;
using DeadlineTrail.Core.Tests.Parsing;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>One record, and everything an event tells of it.</summary>
internal sealed class RecordTarget : FuzzTarget
{
    private readonly ElementParser _parser = new();

    internal override string Name => "record";

    internal override string About => "one record: every property of its event; against a document of the runtime's parser";

    internal override IEnumerable<byte[]> Seeds => Utf8(SampleRecords.OneOfEach);

    internal override IEnumerable<string> Words => RecordWords.All;

    internal override void Run(byte[] input)
    {
        var parsed = _parser.Parse(input);
        if (parsed.Kind != ElementKind.Record)
        {
            FindingException.Unless(parsed.Kind == ElementKind.Container || parsed.Text is { Length: > 0 and < 2000 }, "what is no record has no reason");
            return;
        }

        var trailEvent = new TrailEvent(parsed, null, 1, false);
        EveryProperty.Read(trailEvent);

        var again = SingleRecord.Parse(trailEvent.Raw, null, 1, false, false);
        FindingException.Unless(again is not null, "the text of a record is none");
        FindingException.Equal(trailEvent.EventTimeUtc, again.EventTimeUtc, "the time of the same record");
        FindingException.Equal(trailEvent.Raw, again.Raw, "the text of the same record");
        HoldAgainstDocument(trailEvent);
    }

    private static void HoldAgainstDocument(TrailEvent trailEvent)
    {
        using var document = JsonDocument.Parse(trailEvent.Raw, new JsonDocumentOptions { MaxDepth = 256 });
        var record = document.RootElement;
        foreach (var (name, value) in new[] { ("eventName", trailEvent.EventName), ("eventSource", trailEvent.EventSource), ("awsRegion", trailEvent.Region), ("errorCode", trailEvent.ErrorCode) })
        {
            // Where a text has half a surrogate pair in it, the document shows nothing of it.
            var expected = OracleReader.Text(record, name);
            if (expected is not "\uFFFD")
            {
                // Nothing and an empty text are one.
                FindingException.Equal(expected ?? string.Empty, value ?? string.Empty, name);
            }
        }
    }
}
