using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.History;

/// <summary>Finds what has, or once had, a display name.</summary>
internal sealed class ResourceNaming(IReadOnlyList<string> types)
{
    private readonly SortedDictionary<string, Named> _found = new(StringComparer.Ordinal);

    private sealed record Named(string Type, string Id, string Name, string Since);

    /// <summary>Whether an event may give a name.</summary>
    internal static bool MayName(TrailEvent trailEvent) =>
        HistoryVerbs.Of(trailEvent.EventName, out _, out _) is HistoryVerb.Create or HistoryVerb.Update && trailEvent.Succeeded;

    /// <summary>Takes the names an event gives.</summary>
    internal void Take(TrailEvent trailEvent, IReadOnlyCollection<string> wanted)
    {
        foreach (var call in HistoryCallReader.Read(trailEvent))
        {
            if (call.Result == CallResult.Failed || call.Id is null || (types.Count > 0 && !types.Contains(call.Type, StringComparer.OrdinalIgnoreCase)))
            {
                continue;
            }

            foreach (var setting in call.Settings)
            {
                if (HistoryNames.IsName(call, setting) && setting.Value.Value is string name && wanted.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    var key = call.Id + "\n" + name;
                    if (!_found.TryGetValue(key, out var earlier) || string.CompareOrdinal(trailEvent.EventTimeUtc, earlier.Since) < 0)
                    {
                        _found[key] = new Named(call.Type, call.Id, name, trailEvent.EventTimeUtc);
                    }
                }
            }
        }
    }

    /// <summary>The one resource of a name: in exact case, else in any.</summary>
    internal ResourceReference? Find(string name, out HistoryProblem? problem)
    {
        var fitting = _found.Values.Where(named => string.Equals(named.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        var exact = fitting.Where(named => named.Name == name).ToList();
        var ids = (exact.Count > 0 ? exact : fitting).GroupBy(static named => named.Id).Select(static same => same.First()).ToList();
        problem = ids.Count switch
        {
            1 => null,
            0 => new HistoryProblem(HistoryProblem.NotFound, name,
                $"Nothing named \"{name}\" was created or renamed in what was read{(types.Count > 0 ? ", of the type " + string.Join(", ", types) : string.Empty)}. It may have its name from an earlier time, or from a job's template, which records do not show: give its identifier or ARN."),
            _ => new HistoryProblem(HistoryProblem.Ambiguous, name,
                $"{ids.Count} resources have or had the name \"{name}\": {string.Join("; ", ids.OrderBy(static named => named.Since, StringComparer.Ordinal).Select(static named => $"{ResourceTypes.Noun(named.Type)} {named.Id} (so named {named.Since})"))}. Give the identifier of one, or narrow it down with -ResourceType."),
        };
        return ids.Count == 1 && ResourceReference.Parse(ids[0].Id, out _) is { } found ? found with { Text = name } : null;
    }
}
