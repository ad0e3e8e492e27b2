using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>
/// Requests that were sent again. "The unique token which the server uses to recognize retries of the same request",
/// clientToken in the Deadline Cloud API reference; records show it as X-Amz-Client-Token.
/// </summary>
internal sealed class RepeatedRequests
{
    private readonly Dictionary<(string Name, string Token, string Id), HistoryCall> _first = [];

    /// <summary>Marks a call that worked, where one with its token worked before on the same resource.</summary>
    internal void Mark(HistoryCall call)
    {
        if (call.Token is null || call.Id is null || call.Result != CallResult.Done)
        {
            return;
        }

        var key = (call.Event.EventName, call.Token, call.Id);
        if (!_first.TryGetValue(key, out var first))
        {
            _first.Add(key, call);
        }
        else
        {
            // The service would not have taken a token twice for different requests; should a record say so, both count.
            call.IsRepeat = first.Settings.Count == call.Settings.Count
                && InOrder(first).Zip(InOrder(call), AreSame).All(static same => same);
        }
    }

    // The members of an object are in no order, and a request may have as many as a record has room for: side by side they
    // are compared once each. Those with one label keep the order they have in a list.
    private static IEnumerable<FieldSetting> InOrder(HistoryCall call) => call.Settings
        .OrderBy(static setting => setting.Name, StringComparer.Ordinal)
        .ThenBy(static setting => setting.Element, StringComparer.Ordinal)
        .ThenBy(static setting => setting.Kind);

    private static bool AreSame(FieldSetting one, FieldSetting other) =>
        one.Kind == other.Kind && one.Name == other.Name && one.Element == other.Element
        && one.Value.State == other.Value.State && SameValue.Of(one.Value.Value, other.Value.Value);
}
