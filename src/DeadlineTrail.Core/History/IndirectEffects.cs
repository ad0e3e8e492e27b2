using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.History;

/// <summary>
/// What calls on other things may have done to a resource. That they can is what the service's documentation says of them;
/// that they did is in no record of CloudTrail, so each is worded as a possibility.
/// </summary>
internal sealed class IndirectEffects(IdentifierKind? kind)
{
    private const string Cancel = "CANCEL_TASKS";
    private const string NotRecorded = "; which, is in no record of CloudTrail.";

    private readonly HashSet<string> _queues = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fleets = new(StringComparer.Ordinal);
    private readonly HashSet<(string Queue, string Fleet)> _associations = [];
    private readonly string _noun = kind is { } known ? ResourceTypes.Noun(known.ToString()) : string.Empty;
    private bool _isThere;

    /// <summary>Takes note of a call on the resource itself: from the first one on it is known to be there, and where.</summary>
    internal void Note(HistoryCall call)
    {
        _queues.UnionWith(call.Path.Where(static id => Is(id, "queue-")));
        _fleets.UnionWith(call.Path.Where(static id => Is(id, "fleet-")));
        _isThere = !(call.Changes && (call.Verb == HistoryVerb.Delete || (call.Sets("lifecycleStatus") == "ARCHIVED" && call.Result == CallResult.Done)))
            && (_isThere || call.Result != CallResult.Failed);
    }

    /// <summary>What a call on something else may have done to the resource; null for nothing.</summary>
    internal string? Of(FoldedCall folded)
    {
        var call = folded.Call;
        if (!call.Changes)
        {
            return null;
        }

        Follow(call);
        return !_isThere ? null : kind switch
        {
            IdentifierKind.Job or IdentifierKind.Step or IdentifierKind.Task or IdentifierKind.Session => OnWork(folded),
            IdentifierKind.Worker => OnWorker(folded),
            IdentifierKind.Queue => call.Type == "Budget" && call.Path.Overlaps(_queues) ? BudgetEffects.Of(folded, string.Empty, "the queue is no longer scheduled") : null,
            _ => null,
        };
    }

    private string? OnWork(FoldedCall folded)
    {
        var call = folded.Call;
        var isOnQueue = call.Path.Overlaps(_queues);
        switch (call.Type)
        {
            case "QueueFleetAssociation" or "QueueLimitAssociation" when isOnQueue:
                return Association(call, $"tasks of this {_noun}");
            case "Budget" when isOnQueue:
                return BudgetEffects.Of(folded, Cancel, $"tasks of this {_noun} may be cancelled");
            case "Queue" when isOnQueue && call.Verb == HistoryVerb.Delete:
                return $"The queue of this {_noun} was deleted.";
            case "Queue" when isOnQueue && Ends(call.Sets("defaultBudgetAction")):
                return $"When a budget of the queue is spent, tasks of this {_noun} may be cancelled" + NotRecorded;
            case "Fleet" when _associations.Any(pair => pair.Fleet == call.Id && _queues.Contains(pair.Queue)):
                return Smaller(folded);
            default:
                return null;
        }
    }

    private string? OnWorker(FoldedCall folded) => folded.Call switch
    {
        var call when !call.Path.Overlaps(_fleets) => null,
        { Type: "QueueFleetAssociation" } call => Association(call, "tasks on this worker"),
        { Type: "Fleet", Verb: HistoryVerb.Delete } => "The fleet of this worker was deleted.",
        { Type: "Fleet" } => Smaller(folded),
        _ => null,
    };

    /// <summary>Which fleets work for which queues, also before the resource was there.</summary>
    private void Follow(HistoryCall call)
    {
        if (call is not { Type: "QueueFleetAssociation", Id: { } id })
        {
            return;
        }

        var ends = id.Split('/');
        if (call.Verb == HistoryVerb.Delete)
        {
            _associations.Remove((ends[0], ends[1]));
        }
        else
        {
            _associations.Add((ends[0], ends[1]));
        }
    }

    private static string? Association(HistoryCall call, string tasks) => call.Verb == HistoryVerb.Delete
        ? $"The association is gone: {tasks} may have lost where they ran."
        : Ends(call.Sets("status")) ? $"The association was set to cancel: {tasks} may have been cancelled" + NotRecorded : null;

    private static string? Smaller(FoldedCall folded) => folded.Changes.Any(static change =>
        change.Name == "maxWorkerCount" && change.OldValue is long before && change.NewValue is long after && after < before)
        ? "The fleet may have fewer workers since: tasks on workers it gave up may have been interrupted."
        : null;

    private static bool Ends(string? status) => status?.EndsWith(Cancel, StringComparison.Ordinal) == true;

    private static bool Is(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal);
}
