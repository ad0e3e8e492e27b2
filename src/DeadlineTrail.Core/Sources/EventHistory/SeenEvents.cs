using System;
using System.Collections.Generic;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>Which events were there already: sixteen bytes for each, since their identifiers are GUIDs.</summary>
internal sealed class SeenEvents
{
    private readonly HashSet<Guid> _ids = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>Notes an event; false when it was there already.</summary>
    internal bool Add(string key) => Guid.TryParseExact(key, "D", out var id) ? _ids.Add(id) : _others.Add(key);
}
