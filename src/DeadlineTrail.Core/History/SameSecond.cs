using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>
/// The calls of one second. "eventTime: The date and time the request was completed", to the second: which of two updates
/// of one field came first nobody knows.
/// </summary>
internal sealed class SameSecond
{
    private readonly Dictionary<((string Type, string? Id) Resource, string Label), Place> _places = [];
    private readonly Dictionary<((string Type, string? Id) Resource, string Name), Whole> _wholes = [];
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
                Take(call, setting);
            }
        }

        // One that may have set anything makes all that others set doubtful.
        _severalWithAny.UnionWith(updates.GroupBy(static call => call.Key)
            .Where(static same => same.Count() > 1 && same.Any(static call => call.Settings.Any(static setting => setting.Kind == SettingKind.Anything)))
            .Select(static same => same.Key));
    }

    /// <summary>Whether another call of the second touches the same field, or may have touched the same element of a set.</summary>
    internal bool IsDoubtful(HistoryCall call, FieldSetting setting) => call.Verb is not (HistoryVerb.Create or HistoryVerb.Delete)
        && (MayBeAnything(call, setting) || (_places.TryGetValue((call.Key, setting.Label), out var place) && place.IsSetAgain));

    /// <summary>Whether all of them leave the same value, so that their order does not matter.</summary>
    internal bool Agrees(HistoryCall call, FieldSetting setting) => !MayBeAnything(call, setting)
        && _places.TryGetValue((call.Key, setting.Label), out var place) && place.IsAgreed;

    private bool MayBeAnything(HistoryCall call, FieldSetting setting) =>
        _severalWithAny.Contains(call.Key) || (_wholes.TryGetValue((call.Key, setting.Name), out var whole) && whole.IsHiddenBesideOthers);

    private void Take(HistoryCall call, FieldSetting setting)
    {
        var at = (call.Key, setting.Label);
        if (_places.TryGetValue(at, out var place))
        {
            place.Add(setting);
        }
        else
        {
            _places.Add(at, new Place(setting));
        }

        if (!_wholes.TryGetValue((call.Key, setting.Name), out var whole))
        {
            _wholes.Add((call.Key, setting.Name), whole = new Whole(call));
        }

        whole.Add(call, setting);
    }

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

    /// <summary>A field with all of its elements. One call that hides which elements it set may have set those of another.</summary>
    private sealed class Whole(HistoryCall first)
    {
        private bool _isHidden;
        private bool _isOfSeveral;

        internal bool IsHiddenBesideOthers => _isHidden && _isOfSeveral;

        internal void Add(HistoryCall call, FieldSetting setting)
        {
            _isHidden |= setting.Kind == SettingKind.WholeSet;
            _isOfSeveral |= !ReferenceEquals(call, first);
        }
    }
}
