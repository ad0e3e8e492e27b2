using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.History;

/// <summary>A call and what it changed.</summary>
/// <param name="Call">The call.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Names">The names that things had after it.</param>
/// <param name="Left">What is known, after it, of what it was about; null where nothing is.</param>
internal sealed record FoldedCall(HistoryCall Call, IReadOnlyList<PropertyChange> Changes, HistoryNames Names, ResourceState? Left);

/// <summary>
/// Folds calls in the order they happened: each is told apart into changes by what the calls before it left. Update and
/// delete records carry new values only.
/// </summary>
/// <param name="cancellation">Stops it between two calls.</param>
internal sealed class HistoryFold(CancellationToken cancellation)
{
    private readonly Dictionary<(string Type, string? Id), ResourceState> _states = [];
    private readonly Dictionary<string, string> _budgetQueues = new(StringComparer.Ordinal);
    private readonly RepeatedRequests _repeats = new();
    private readonly HistoryNames _names = new();

    /// <summary>Folds events, in whatever order they come.</summary>
    internal IEnumerable<FoldedCall> Fold(IReadOnlyList<TrailEvent> events)
    {
        var calls = AmendedEvent.Each(events)
            .SelectMany(Read)
            .OrderBy(static call => call.Event.Ticks)
            .ThenBy(static call => call.Rank)
            .ThenBy(static call => call.EventId, StringComparer.Ordinal)
            .ToList();
        for (int from = 0, to; from < calls.Count; from = to)
        {
            for (to = from; to < calls.Count && calls[to].Event.Ticks == calls[from].Event.Ticks; to++)
            {
                _repeats.Mark(calls[to]);
            }

            var second = new SameSecond(calls.GetRange(from, to - from));
            for (var at = from; at < to; at++)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return Fold(calls[at], second);
            }
        }
    }

    private IEnumerable<HistoryCall> Read(TrailEvent trailEvent)
    {
        cancellation.ThrowIfCancellationRequested();
        return HistoryCallReader.Read(trailEvent);
    }

    private FoldedCall Fold(HistoryCall call, SameSecond second)
    {
        TakeBudget(call);
        var changes = call.Changes ? Apply(call, second) : [];
        return new FoldedCall(call, changes, _names, _states.TryGetValue(call.Key, out var left) ? left : null);
    }

    private List<PropertyChange> Apply(HistoryCall call, SameSecond second)
    {
        if (!_states.TryGetValue(call.Key, out var state))
        {
            _states.Add(call.Key, state = new ResourceState());
        }

        var changes = new List<PropertyChange>();
        if (call.Verb == HistoryVerb.Create)
        {
            state.Begin(call.WholeSets);
        }

        foreach (var setting in call.Verb == HistoryVerb.Delete ? Lost(call) : call.Settings)
        {
            var doubtful = second.IsDoubtful(call, setting);
            var before = call.Verb == HistoryVerb.Create ? FieldValue.None : doubtful ? FieldValue.Unknown : Before(state, setting);
            var after = setting.Kind == SettingKind.Removal ? FieldValue.None : setting.Value;
            if (call.Result == CallResult.Unknown)
            {
                after = after with { State = PropertyChange.Unknown };
            }

            if (!(before.IsKnown && after.IsKnown && SameValue.Of(before.Value, after.Value)))
            {
                changes.Add(new PropertyChange(setting.Label, before.Value, before.State, after.Value, after.State));
            }

            var isLeft = call.Result == CallResult.Done && (!doubtful || second.Agrees(call, setting));
            state.Set(setting, isLeft ? after : FieldValue.Unknown);
            _names.Take(call, setting, isLeft);
        }

        if (call.Verb == HistoryVerb.Delete && !ResourceTypes.IsMember(call.Type))
        {
            // If it is there again it was made anew, by a call that was not read.
            _states.Remove(call.Key);
        }

        return changes;
    }

    private static FieldValue Before(ResourceState state, FieldSetting setting) =>
        setting.Kind is SettingKind.Anything or SettingKind.WholeSet ? FieldValue.Unknown : state[setting];

    /// <summary>With a membership goes its level; of other things the deletion says enough.</summary>
    private static FieldSetting[] Lost(HistoryCall call) => ResourceTypes.IsMember(call.Type)
        ? [new FieldSetting(SettingKind.Removal, "membershipLevel", null, FieldValue.None)]
        : [];

    /// <summary>UpdateBudget and DeleteBudget do not name the queue; CreateBudget does.</summary>
    private void TakeBudget(HistoryCall call)
    {
        if (call.Type != "Budget" || call.Id is null)
        {
            return;
        }

        if (call.Verb == HistoryVerb.Create && call.Changes)
        {
            foreach (var setting in call.Settings)
            {
                if (setting.Name == "usageTrackingResource" && setting.Value.Value is RecordObject tracked && tracked["queueId"] is string queue)
                {
                    _budgetQueues[call.Id] = queue;
                }
            }
        }

        if (_budgetQueues.TryGetValue(call.Id, out var known))
        {
            call.Path.Add(known);
        }
    }
}
