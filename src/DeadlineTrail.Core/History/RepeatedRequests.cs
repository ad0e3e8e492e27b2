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
                && first.Settings.All(one => call.Settings.Any(other =>
                    one.Kind == other.Kind && one.Label == other.Label && one.Value.State == other.Value.State && SameValue.Of(one.Value.Value, other.Value.Value)));
        }
    }
}
