using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.History;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Fuzzing.Targets;

/// <summary>Lines of records about a resource.</summary>
internal sealed class HistoryTarget : FuzzTarget, ITrailObserver
{
    private const int Asked = 3;

    internal override string Name => "history";

    internal override string About => "what happened to the first resources that the records name";

    internal override IEnumerable<byte[]> Seeds => Utf8(new[] { "Queue", "Fleet", "Job", "Farm", "Member", "Budget", "Limit" }
        .Select(static type => SampleRecords.Lines(3, (source, name) => source == "deadline.amazonaws.com" && name.Contains(type, StringComparison.Ordinal) && !name.StartsWith("Get", StringComparison.Ordinal) && !name.StartsWith("List", StringComparison.Ordinal)))
        .Where(static lines => lines.Length is > 0 and < 12_000));

    internal override IEnumerable<string> Words => [.. RecordWords.All, "\"CreateQueue\"", "\"UpdateQueue\"", "\"DeleteQueue\"", "\"actionsToAdd\":", "\"tags\":{", "\"displayName\":", "\"errors\":["];

    internal override void Run(byte[] input)
    {
        var events = ParsedEvents.OfLines(input);
        var asked = events.SelectMany(static trailEvent => trailEvent.Identifiers.All).Distinct().Take(Asked).Append("Comp").ToList();
        var answer = new ResourceHistory(new EventListSource(events), this, CancellationToken.None).Of(asked, new HistoryOptions { IncludeChildren = true });
        EveryProperty.Read(answer.Entries);
        FindingException.Unless(answer.Entries.Count + answer.Problems.Count > 0, "neither a history nor a reason why not");
    }

    public void Problem(TrailProblem problem)
    {
    }

    public void Warn(TrailWarning warning)
    {
    }

    public void Tell(string message)
    {
    }

    public void Progress(ReadingProgress progress)
    {
    }
}
