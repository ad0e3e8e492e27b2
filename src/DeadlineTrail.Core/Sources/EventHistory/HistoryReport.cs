using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>What a reading of Event history came across, told while it goes on and when it is over.</summary>
internal sealed class HistoryReport(
    IReadOnlyList<RegionLookup> lookups, HistoryRange range, TrailQuery query, ITrailObserver observer, IClock clock)
{
    /// <summary>How long a Region may hold up the others before that is worth a word.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _begun = clock.Elapsed;
    private readonly HashSet<RegionLookup> _reported = [];
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly HashSet<(string Region, AwsFailure? Failure, long? CompleteDownTo)> _left = [];
    private readonly List<(RegionLookup Lookup, HistoryFailure Failure)> _unknown = [];
    private TimeSpan _progressed = clock.Elapsed;
    private long _problems;

    /// <summary>Tells what is asked.</summary>
    internal void Begin() => observer.Tell(string.Format(
        CultureInfo.CurrentCulture,
        "Asking Event history of {0}, {1} to {2}.",
        string.Join("; of ", lookups.GroupBy(static lookup => lookup.Region.Name)
            .GroupBy(static region => string.Join(", ", region.Select(static lookup => lookup.Attribute?.ToString() ?? "every event")), static region => region.Key)
            .Select(static regions => string.Join(", ", regions) + " for " + regions.Key)),
        range.Start is { } start ? Instant.Utc(start) : "90 days ago",
        Instant.Utc(range.End)));

    /// <summary>Reports an event that cannot be read.</summary>
    internal void Damaged(RegionLookup lookup, HistoryRecord record) => Problem(HistoryProblems.Damaged(lookup.Region.Name, record));

    /// <summary>Looks for Regions that left, or that hold up the others.</summary>
    internal void Look()
    {
        foreach (var lookup in lookups)
        {
            if (lookup.Failure is { } failure && _reported.Add(lookup))
            {
                Left(lookup, failure);
            }

            if (lookup.ThrottledSince is { } since && clock.Elapsed - since >= Patience && !lookup.IsFinished && _held.Add(lookup.Region.Name))
            {
                observer.Warn(HistoryProblems.Held(lookup.Region.Name));
            }
        }
    }

    /// <summary>Tells how far it is, now and then.</summary>
    internal void Progress(long given, long watermark)
    {
        if (clock.Elapsed - _progressed < Tick)
        {
            return;
        }

        _progressed = clock.Elapsed;
        var whole = Math.Max(1, range.End - range.First);
        var done = range.End - Math.Max(watermark, range.First);
        observer.Progress(new ReadingProgress(0, 0, 0, 0, given)
        {
            History = new HistoryProgress(lookups.Sum(static lookup => (long)lookup.Pages), watermark, Math.Min(1, Math.Max(0, done / (double)whole))),
        });
    }

    /// <summary>Tells the rest when it is over.</summary>
    internal void End(EventOrder order, long given)
    {
        JudgeUnknown();
        if (order.OutOfOrder > 0)
        {
            observer.Warn(new TrailWarning(
                "OrderViolation",
                $"{order.OutOfOrder} event(s) came from Event history after older ones and could not be put in their place; they were given out where they came, with Origin.IsOutOfOrder set. The first is {order.FirstOutOfOrder!.EventId}."));
        }

        if (order.Differing > 0)
        {
            observer.Warn(new TrailWarning(
                "DuplicateDiffers",
                $"{order.Differing} event(s) have the event ID of another, but another time or content; all of them were kept. The first is {order.FirstDiffering!.EventId}."));
        }

        var throttled = lookups.Sum(static lookup => lookup.Throttled);
        observer.Tell(string.Format(
            CultureInfo.CurrentCulture,
            "Searched {0:N0} page(s) of Event history in {1:N1} s for {2}: {3:N0} event(s){4}{5}{6}.",
            lookups.Sum(static lookup => lookup.Pages),
            (clock.Elapsed - _begun).TotalSeconds,
            query,
            given,
            order.Duplicates > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} duplicate(s) dropped", order.Duplicates) : string.Empty,
            throttled > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} request(s) throttled and repeated", throttled) : string.Empty,
            _problems > 0 ? string.Format(CultureInfo.CurrentCulture, ", {0:N0} problem(s)", _problems) : string.Empty));
    }

    private static string[] Names(IEnumerable<RegionLookup> lookups) => [.. lookups.Select(static lookup => lookup.Region.Name).Distinct()];

    private static string Names(IEnumerable<(RegionLookup Lookup, HistoryFailure Failure)> lookups) => string.Join(", ", Names(lookups.Select(static each => each.Lookup)));

    private void Left(RegionLookup lookup, HistoryFailure failure)
    {
        var name = lookup.Region.Name;
        if (!_left.Add((name, failure.Failure, failure.CompleteDownTo)))
        {
            // Another lookup of the Region left for the same reason at the same point.
            return;
        }

        if (failure.Failure == AwsFailure.UnknownCredentials && failure.CompleteDownTo is null)
        {
            // To a Region that is not enabled, good credentials are as unknown as wrong ones: others tell which it is.
            _unknown.Add((lookup, failure));
        }
        else if (failure.Failure == AwsFailure.RegionNotEnabled && !lookup.Region.IsNamed)
        {
            observer.Tell($"The account has not enabled {name}; passed over.");
        }
        else
        {
            Problem(HistoryProblems.Left(name, failure, Of(lookup, failure)));
        }
    }

    /// <summary>What a lookup asked for, where the Region has others that may have gone further.</summary>
    private string? Of(RegionLookup lookup, HistoryFailure failure) =>
        failure.Failure is AwsFailure.Denied or AwsFailure.RegionNotEnabled || lookup.Attribute is null || lookups.Count(other => other.Region == lookup.Region) == 1
            ? null
            : lookup.Attribute.ToString();

    private void JudgeUnknown()
    {
        if (_unknown.Count == 0)
        {
            return;
        }

        var unknown = Names(_unknown.Select(static each => each.Lookup));
        if (unknown.Length == Names(lookups).Length)
        {
            Problem(HistoryProblems.UnknownEverywhere(unknown, _unknown[0].Failure));
            return;
        }

        foreach (var (lookup, failure) in _unknown.Where(static each => each.Lookup.Region.IsNamed))
        {
            Problem(HistoryProblems.Left(lookup.Region.Name, failure));
        }

        if (_unknown.Where(static each => !each.Lookup.Region.IsNamed).ToList() is { Count: > 0 } passed)
        {
            observer.Tell($"The account has not enabled {Names(passed)}; passed over.");
        }
    }

    private void Problem(TrailProblem problem)
    {
        _problems++;
        observer.Problem(problem);
    }
}
