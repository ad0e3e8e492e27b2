using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.SignIns;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>Lines of records that sessions are made of.</summary>
internal sealed class SignInTarget : FuzzTarget
{
    internal override string Name => "sign-in";

    internal override string About => "sign-ins, grants and calls, joined to sessions, in either direction of time";

    internal override IEnumerable<byte[]> Seeds => Utf8(
    [
        SampleRecords.Lines(3, static (source, _) => source == "signin.amazonaws.com"),
        SampleRecords.Lines(4, static (source, name) => source == "signin.amazonaws.com" || name == "AssumeRole"),
        SampleRecords.Lines(6, static (source, name) => source is "signin.amazonaws.com" or "deadline.amazonaws.com" || name == "AssumeRole"),
        SampleRecords.Lines(1, static (_, name) => name == "AssumeRole"),
    ]);

    internal override IEnumerable<string> Words => RecordWords.All;

    internal override void Run(byte[] input)
    {
        var events = ParsedEvents.OfLines(input).OrderByDescending(static trailEvent => trailEvent.Ticks).ToList();
        foreach (var isNewestFirst in new[] { true, false })
        {
            var collector = new SignInCollector(new SignInQuery { IncludeUnlinked = true }, isNewestFirst);
            foreach (var trailEvent in events)
            {
                collector.Add(trailEvent);
            }

            EveryProperty.Read(SignInAnswer.Of(collector).SignIns);
        }
    }
}
