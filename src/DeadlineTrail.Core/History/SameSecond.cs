using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>
/// The calls of one second. "eventTime: The date and time the request was completed", to the second: which of two updates
/// of one field came first nobody knows.
/// </summary>
internal sealed class SameSecond
{
    private readonly Dictionary<((string Type, string? Id) Resource, string Label), Place> _set = [];
    private readonly HashSet<(string Type, string? Id)> _severalWithAny = [];

    internal SameSecond(IReadOnlyList<HistoryCall> calls)
    {
        if (calls.Count < 2)
        {
            return;
        }

        var updates = calls.Where(static call => call.Changes && call.Verb is not (HistoryVerb.Create or HistoryVerb.Delete)).ToList();
        foreach (var call in updates)
        {
            foreach (var setting in call.Settings)
            {
                var key = (call.Key, setting.Label);
                if (_set.TryGetValue(key, out var place))
                {
                    place.Add(setting);
                }
                else
                {
                    _set.Add(key, new Place(setting));
                }
            }
        }

        // One that may have set anything makes all that others set doubtful.
        _severalWithAny.UnionWith(updates.GroupBy(static call => call.Key)
            .Where(static same => same.Count() > 1 && same.Any(static call => call.Settings.Any(static setting => setting.Kind == SettingKind.Anything)))
            .Select(static same => same.Key));
    }

    /// <summary>Whether another call of the second touches the same field.</summary>
    internal bool IsDoubtful(HistoryCall call, FieldSetting setting) => call.Verb is not (HistoryVerb.Create or HistoryVerb.Delete)
        && (_severalWithAny.Contains(call.Key) || (_set.TryGetValue((call.Key, setting.Label), out var place) && place.IsSetAgain));

    /// <summary>Whether all of them leave the same value, so that their order does not matter.</summary>
    internal bool Agrees(HistoryCall call, FieldSetting setting) => !_severalWithAny.Contains(call.Key)
        && _set.TryGetValue((call.Key, setting.Label), out var place) && place.IsAgreed;

    /// <summary>What is set in one place. Thousands of calls may be of one second: each is compared with the first only.</summary>
    private sealed class Place(FieldSetting first)
    {
        internal bool IsSetAgain { get; private set; }

        internal bool IsAgreed { get; private set; } = first.Value.IsKnown;

        internal void Add(FieldSetting other)
        {
            IsSetAgain = true;
            IsAgreed = IsAgreed && other.Kind == first.Kind && other.Value.IsKnown && SameValue.Of(other.Value.Value, first.Value.Value);
        }
    }
}
