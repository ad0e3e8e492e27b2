using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Recording;

/// <summary>Whether a source can answer a query, told before it is read.</summary>
internal static class RecordingCoverage
{
    private const int MostNamed = 8;

    // The calls about these are data events, but for those about who may see a job.
    private static readonly IdentifierKind[] InDataEvents =
        [IdentifierKind.Job, IdentifierKind.Step, IdentifierKind.Task, IdentifierKind.Session, IdentifierKind.SessionAction];

    /// <summary>Whether a query points at certain operations, so that it matters which are recorded.</summary>
    internal static bool Matters(TrailQuery query) => Wanted(query).Count > 0;

    /// <summary>Whether a source surely has none of some call.</summary>
    internal static bool IsMissing(RecordableCall call, TrailSource source) =>
        RecordingRules.Of(source.Settings, call, new RecordingQuestion()).Answer == Recorded.No;

    /// <summary>Gives the warnings that are due: one for each cause.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="source">The source.</param>
    /// <param name="regions">The Regions that are asked for, each by itself; none for any.</param>
    internal static IReadOnlyList<TrailWarning> Warnings(TrailQuery query, TrailSource source, IReadOnlyList<TextFilter> regions) =>
        Warnings(query, [], source, regions);

    /// <summary>Gives the warnings that are due: one for each cause.</summary>
    /// <param name="query">What is asked; of its filters those count that point at calls.</param>
    /// <param name="needed">The calls that an answer is made of, whatever the filters say.</param>
    /// <param name="source">The source.</param>
    /// <param name="regions">The Regions that are asked for, each by itself; none for any.</param>
    internal static IReadOnlyList<TrailWarning> Warnings(TrailQuery query, IEnumerable<RecordableCall> needed, TrailSource source, IReadOnlyList<TextFilter> regions)
    {
        // Without a beginning all that the source holds is asked for, and not what it records now.
        var start = Math.Max(query.StartTicks, RecordingQuestion.Beginning);
        var end = query.EndTicks < DateTime.MaxValue.Ticks ? query.EndTicks : (long?)null;
        var question = new RecordingQuestion(start, end, regions);
        return Wanted(query).Concat(needed.Select(static call => (Call: call, IsNamed: false)))
            .GroupBy(static wanted => wanted.Call.Name).Select(static same => same.First())
            .Where(wanted => !source.Settings.IsEventHistory || wanted.Call.EventSource == DeadlineService.EventSource)
            .Select(wanted => (wanted.Call, wanted.IsNamed, Verdict: RecordingRules.Of(source.Settings, wanted.Call, question)))
            .Where(each => each.Verdict.Answer != Recorded.Yes && (each.IsNamed || each.Verdict.Answer != Recorded.Unknown || (each.Call.IsListed && !IsShownByReading(source, each.Call))))
            .GroupBy(static each => each.Verdict)
            .Select(same => Warning(source, same.Key, Names([.. same.Select(static each => each.Call.Name)])))
            .ToList();
    }

    /// <summary>
    /// Whether a source has sign-ins depends on places that no setting tells. Whether they are in what was read is said
    /// afterwards, by <see cref="SignIns.SignInWarnings"/>.
    /// </summary>
    private static bool IsShownByReading(TrailSource source, RecordableCall call) =>
        call.EventSource != DeadlineService.EventSource && !(source.IsMultiRegion && source.IncludeGlobalServiceEvents);

    private static TrailWarning Warning(TrailSource source, RecordingVerdict verdict, string calls)
    {
        var name = source.Settings.IsEventHistory ? source.Name : $"the trail \"{source.Name}\"";
        var (id, said) = verdict.Answer switch
        {
            Recorded.No when source.Settings.IsEventHistory => ("DataEventsNotInHistory", $"Event history holds management events only, and calls of {calls} are data events, which only a trail or event data store records whose advanced event selectors ask for AWS::Deadline resources. Get-DeadlineTrailSource shows the trails there are and what they record; read one with -TrailName, -BucketName or -Path."),
            Recorded.No => ("NotRecorded", $"Calls of {calls} are not recorded by {name}: {verdict.Reason}."),
            Recorded.Partly => ("PartlyRecorded", $"Only some calls of {calls} are recorded by {name}: {verdict.Reason}."),
            _ => ("RecordingUnknown", $"Whether calls of {calls} are recorded by {name} is not known: {verdict.Reason}."),
        };
        return new TrailWarning(id, verdict.Answer == Recorded.No && source.Settings.IsEventHistory ? said : said + " An empty answer does not mean that nothing happened; Test-DeadlineTrailSource says what to do.");
    }

    /// <summary>The calls that the filters point at, and whether by their full names.</summary>
    private static List<(RecordableCall Call, bool IsNamed)> Wanted(TrailQuery query)
    {
        var wanted = new List<(RecordableCall, bool)>();
        if (query.EventSources?.Matches(DeadlineService.EventSource) != false && IsPointed(query))
        {
            wanted.AddRange(OperationCatalogue.Current.Actions.Where(action => IsWanted(query, action)).Select(action => (RecordableCall.Of(action), IsNamed(query, action.Name))));
        }

        foreach (var call in new[] { RecordableCall.UserAuthentication, RecordableCall.AssumeRole })
        {
            if (IsNamed(query, call.Name) && query.EventSources?.Matches(call.EventSource) != false)
            {
                wanted.Add((call, true));
            }
        }

        return wanted;
    }

    private static bool IsPointed(TrailQuery query) =>
        query.EventNames is { MatchesAll: false } || query.EventClasses is not null || query.IdentifierKinds.Any(IsInDataEvents);

    private static bool IsWanted(TrailQuery query, TrailAction action) =>
        query.EventNames?.Matches(action.Name) != false
        && (query.EventClasses is not { } classes || action.EventClass == EventClasses.Unknown || classes.Matches(action.EventClass))
        && (query.Accesses is not { } accesses || action.Inferred.Contains(nameof(TrailAction.Access)) || accesses.Matches(action.Access))
        && (!query.IdentifierKinds.Any(IsInDataEvents) || query.EventNames is not null || action.CloudTrailResourceType == "AWS::Deadline::Job");

    private static bool IsInDataEvents(IdentifierKind kind) => Array.IndexOf(InDataEvents, kind) >= 0;

    private static bool IsNamed(TrailQuery query, string name) => query.EventNames?.Texts.Contains(name, StringComparer.OrdinalIgnoreCase) == true;

    private static string Names(List<string> names) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNamed)) + $" and {names.Count - MostNamed} more";
}
