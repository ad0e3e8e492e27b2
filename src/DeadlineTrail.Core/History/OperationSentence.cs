using System.Linq;

namespace DeadlineTrail.History;

/// <summary>Says in plain words what a call did, or was to do: <c>Deleted queue "Dailies"</c>, <c>Denied: delete queue "Dailies"</c>.</summary>
internal static class OperationSentence
{
    internal static string Of(HistoryCall call, HistoryNames names, bool nothingNew, PropertyChange? wish)
    {
        var (past, infinitive, tail) = Words(call, names, wish);
        var sentence = call.Result == CallResult.Failed
            ? (call.Event.IsDenied || Deadline.CallOutcome.IsDenied(call.ErrorCode) ? "Denied: " : call.ErrorCode is null ? "Failed: " : $"Failed ({call.ErrorCode}): ") + infinitive + " " + tail
            : past + " " + tail;
        return sentence + Remark(call, nothingNew);
    }

    private static string Remark(HistoryCall call, bool nothingNew)
    {
        var batch = call.BatchSize > 0 ? $" in a batch of {call.BatchSize}" : string.Empty;
        return batch + call switch
        {
            { IsRepeat: true } => " again (the same request with the same token: one change)",
            { Result: CallResult.Unknown } => " (whether it worked is not known: the record has no results)",
            { Result: CallResult.Done } when call.Settings.Any(static setting => setting.Kind == SettingKind.Anything) => " (what was set is not recorded)",
            _ when nothingNew => " (it was so already)",
            _ => string.Empty,
        };
    }

    private static (string Past, string Infinitive, string Tail) Words(HistoryCall call, HistoryNames names, PropertyChange? wish)
    {
        var what = What(call.Type, call.Id, names);
        if (ResourceTypes.IsMember(call.Type) && ResourceTypes.IsPair(call.Type))
        {
            return Member(call, names);
        }

        if (ResourceTypes.IsAssociation(call.Type))
        {
            return Association(call, names);
        }

        return call.Verb switch
        {
            HistoryVerb.Create when call.Type == "Job" => ("Submitted", "submit", what),
            HistoryVerb.Create => ("Created", "create", what),
            HistoryVerb.Put when call.Type == "MeteredProduct" => ("Added", "add", Product(call, names, "to")),

            // An operation that nobody knows yet.
            HistoryVerb.Put => ("Added", "add", what),
            HistoryVerb.Delete when call.Type == "MeteredProduct" => ("Removed", "remove", Product(call, names, "from")),
            HistoryVerb.Delete => ("Deleted", "delete", what),
            HistoryVerb.Tag => ("Tagged", "tag", what),
            HistoryVerb.Untag => ("Untagged", "untag", what),
            _ => Update(call, what, wish),
        };
    }

    /// <summary>The wish has four names: targetTaskRunStatus, targetRunStatus, targetLifecycleStatus, status; archiving is
    /// lifecycleStatus.</summary>
    private static (string Past, string Infinitive, string Tail) Update(HistoryCall call, string what, PropertyChange? wish)
    {
        var status = call.Sets("targetTaskRunStatus") ?? call.Sets("targetRunStatus") ?? call.Sets("targetLifecycleStatus") ?? call.Sets("status");
        return (call.Sets("lifecycleStatus"), status) switch
        {
            ("ARCHIVED", _) => ("Archived", "archive", what),
            (_, "CANCELED") => ("Cancelled", "cancel", what),
            (_, "SUSPENDED") => ("Suspended", "suspend", what),
            (_, "READY") when wish?.OldValue is "SUSPENDED" => ("Resumed", "resume", what),
            (_, "READY") => ("Requeued", "requeue", what),
            (_, "ENDED") => ("Ended", "end", what),
            (_, "ACTIVE") => ("Activated", "activate", what),
            (_, "INACTIVE") => ("Deactivated", "deactivate", what),
            (_, not null) => ("Set", "set", what + " to " + status),
            _ => ("Changed", "change", what),
        };
    }

    private static (string Past, string Infinitive, string Tail) Member(HistoryCall call, HistoryNames names)
    {
        var container = ResourceTypes.Noun(call.Type.Substring(0, call.Type.Length - "Member".Length));
        var ids = call.Id?.Split('/');
        var place = What(char.ToUpperInvariant(container[0]) + container.Substring(1), ids?[0], names);
        var member = call.Sets("principalType") ?? Request(call, "principalType");
        var who = (member == "GROUP" ? "group " : member == "USER" ? "user " : "member ") + (ids?[1] ?? "(not recorded)");
        return call.Verb == HistoryVerb.Delete
            ? ("Removed", "remove", $"{who} from {place}")
            : ("Gave", "give", $"{who} {call.Sets("membershipLevel") ?? "access"} on {place}");
    }

    private static (string Past, string Infinitive, string Tail) Association(HistoryCall call, HistoryNames names)
    {
        var other = call.Type == "QueueFleetAssociation" ? "Fleet" : "Limit";
        var ids = call.Id?.Split('/');
        var queue = What("Queue", ids?[0], names);
        var end = What(other, ids?[1], names);
        return (call.Verb, call.Sets("status")) switch
        {
            (HistoryVerb.Create, _) => ("Associated", "associate", $"{queue} with {end}"),
            (HistoryVerb.Delete, _) => ("Separated", "separate", $"{queue} from {end}"),
            (_, "ACTIVE") => ("Activated", "activate", $"{queue} on {end}"),
            (_, { } status) when status.EndsWith("CANCEL_TASKS", System.StringComparison.Ordinal) => ("Stopped", "stop", $"{queue} on {end}, cancelling its tasks there"),
            (_, { } status) when status.EndsWith("COMPLETE_TASKS", System.StringComparison.Ordinal) => ("Stopped", "stop", $"{queue} on {end}, letting its tasks there complete"),
            (_, { } status) => ("Set", "set", $"{queue} on {end} to {status}"),
            _ => ("Changed", "change", $"{queue} on {end}"),
        };
    }

    private static string Product(HistoryCall call, HistoryNames names, string preposition)
    {
        var ids = call.Id?.Split('/');
        return $"product {ids?[1] ?? "(not recorded)"} {preposition} {What("LicenseEndpoint", ids?[0], names)}";
    }

    private static string What(string type, string? id, HistoryNames names) => id is null
        ? "a " + ResourceTypes.Noun(type)
        : names[id] is { } name ? $"{ResourceTypes.Noun(type)} \"{name}\"" : Short(type, id);

    /// <summary>Eight of the thirty-two digits tell one thing from another; ResourceId has them all.</summary>
    private static string Short(string type, string id)
    {
        const int kept = 8;
        var dash = id.IndexOf('-');
        return dash > 0 && id.Length > dash + 1 + (2 * kept) ? id.Substring(0, dash + 1 + kept) : ResourceTypes.Noun(type) + " " + id;
    }

    private static string? Request(HistoryCall call, string field) => (call.Event.RequestParameters as RecordObject)?[field] as string;
}
