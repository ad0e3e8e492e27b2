using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws.Tests.EventHistory;

/// <summary>A reading of a scripted Event history, from its first request to its last event, in virtual time.</summary>
internal sealed class HistoryReading : ITrailObserver
{
    internal HistoryReading(int seed = 1)
    {
        Service = new ScriptedHistory(Clock);
        Chance = new Random(seed);
    }

    internal VirtualClock Clock { get; } = new();

    internal ScriptedHistory Service { get; }

    internal Random Chance { get; }

    internal List<TrailProblem> Problems { get; } = [];

    internal List<TrailWarning> Warnings { get; } = [];

    internal List<string> Told { get; } = [];

    /// <summary>Which attribute is sent, in place of the best; null for those.</summary>
    internal Func<TrailQuery, LookupAttribute?>? Attribute { get; init; }

    /// <summary>The identifiers of the events in the order in which they came.</summary>
    internal List<string> Read(TrailQuery query, params string[] regions) => [.. Events(query, [.. regions.Select(name => new HistoryRegion(name, IsNamed: true))]).Select(each => each.EventId!)];

    internal IEnumerable<TrailEvent> Events(TrailQuery query, params HistoryRegion[] regions) =>
        new EventHistorySource(Service, "111122223333", regions)
        {
            Clock = Clock,
            Quota = new RequestQuota(Clock, RequestQuota.LookupInterval),
            Random = Chance.NextDouble,
            ChooseAttributes = Attribute is { } choose ? (asked, _) => [choose(asked)] : LookupAttributeChoice.Best,
        }.Read(query, this, CancellationToken.None);

    void ITrailObserver.Problem(TrailProblem problem) => Problems.Add(problem);

    void ITrailObserver.Warn(TrailWarning warning) => Warnings.Add(warning);

    void ITrailObserver.Tell(string message) => Told.Add(message);

    void ITrailObserver.Progress(ReadingProgress progress)
    {
    }
}
