using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// What Event history cannot hold: "Event history doesn't show data events",
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html.
/// </summary>
internal static class HistoryCoverage
{
    // The calls about these are data events, but for those about who may see a job.
    private static readonly IdentifierKind[] InDataEvents =
        [IdentifierKind.Job, IdentifierKind.Step, IdentifierKind.Task, IdentifierKind.Session, IdentifierKind.SessionAction];

    /// <summary>Gives the warning that is due when the answer lies in data events, wholly or for the most part.</summary>
    internal static TrailWarning? Warning(TrailQuery query)
    {
        var what = OnlyDataClasses(query) ? "the class asked for (-EventClass) is"
            : OnlyDataOperations(query) is { } names ? $"calls of {names} are"
            : DataIdentifier(query) is { } kind ? $"nearly all calls about a {Noun(kind)} are"
            : null;
        return what is null ? null : new TrailWarning(
            "DataEventsNotInHistory",
            $"Event history holds management events only, and {what} not among them: those are data events, which only a trail or event data store records whose advanced event selectors ask for AWS::Deadline resources. Read the log files of such a trail with -Path.");
    }

    private static bool OnlyDataClasses(TrailQuery query) =>
        query.EventClasses is { } classes && !classes.Matches(EventClasses.Management) && !classes.Matches(EventClasses.Unknown);

    private static string? OnlyDataOperations(TrailQuery query)
    {
        if (query.EventNames is not { } names || query.EventSources?.Matches(DeadlineService.EventSource) == false)
        {
            return null;
        }

        var meant = new List<TrailAction>();
        foreach (var action in OperationCatalogue.Current.Actions)
        {
            if (names.Matches(action.Name))
            {
                meant.Add(action);
            }
        }

        // Another service's name among them may well be in the history.
        var allKnown = names.Texts.All(text => TextFilter.HasWildcard(text) || meant.Exists(action => string.Equals(action.Name, text, StringComparison.OrdinalIgnoreCase)));
        return meant.Count > 0 && allKnown && meant.TrueForAll(static action => action.EventClass == EventClasses.Data)
            ? string.Join(", ", meant.Select(static action => action.Name))
            : null;
    }

    private static IdentifierKind? DataIdentifier(TrailQuery query)
    {
        foreach (var kind in query.IdentifierKinds)
        {
            if (Array.IndexOf(InDataEvents, kind) >= 0)
            {
                return kind;
            }
        }

        return null;
    }

    private static string Noun(IdentifierKind kind) => kind == IdentifierKind.SessionAction ? "session action" : kind.ToString().ToLowerInvariant();
}
