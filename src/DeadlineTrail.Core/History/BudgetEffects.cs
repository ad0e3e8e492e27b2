using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>What a call on a budget may bring about where the budget counts.</summary>
internal static class BudgetEffects
{
    private const string NotRecorded = "; when that came is in no record of CloudTrail.";

    /// <summary>How a call may make an action of the budget be taken; null where it cannot.</summary>
    /// <param name="folded">The call.</param>
    /// <param name="ending">How the types of the actions end that matter.</param>
    /// <param name="effect">What such an action does.</param>
    internal static string? Of(FoldedCall folded, string ending, string effect)
    {
        var set = Thresholds(folded.Call.Settings.Where(static setting => setting is { Name: "actions", Kind: SettingKind.Element }).Select(static setting => setting.Value), ending);
        if (set.Length > 0)
        {
            return $"Once {set} of the budget is spent, {effect}" + NotRecorded;
        }

        // That actions set earlier are taken for a lower limit, or once the budget counts again, is inferred from what they
        // are: "thresholdPercentage: The percentage threshold for the budget action to initiate", API_BudgetAction.
        var kept = folded.Left is { } left && Trigger(folded.Changes) is not null ? Thresholds(left.Elements("actions"), ending) : string.Empty;
        return kept.Length > 0 ? $"{Trigger(folded.Changes)}: once {kept} of it is spent, {effect} (inferred from its actions)" + NotRecorded : null;
    }

    private static string? Trigger(IReadOnlyList<PropertyChange> changes) =>
        changes.Any(IsLowerLimit) ? "The budget was made smaller"
        : changes.Any(static change => change is { Name: "status", NewValue: "ACTIVE" }) ? "The budget was set to count"
        : null;

    private static bool IsLowerLimit(PropertyChange change) => change is { Name: "approximateDollarLimit", OldValue: long or decimal, NewValue: long or decimal }
        && Convert.ToDecimal(change.NewValue, CultureInfo.InvariantCulture) < Convert.ToDecimal(change.OldValue, CultureInfo.InvariantCulture);

    private static string Thresholds(IEnumerable<FieldValue> actions, string ending) => string.Join(", ", actions
        .Select(static value => value.Value).OfType<RecordObject>()
        .Where(action => action["type"] is string type && type.EndsWith(ending, StringComparison.Ordinal))
        .Select(static action => string.Format(CultureInfo.InvariantCulture, "{0:0.############} %", action["thresholdPercentage"])));
}
