using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing;

namespace DeadlineTrail.Core.Tests.History;

/// <summary>
/// What a history must say, told from the generator's ledger: its true old and new values, less what the records do not
/// show. It knows how records hide, omit and identify, and nothing of how histories are folded.
/// </summary>
internal sealed class LedgerTruth
{
    private const string Marker = "HIDDEN_DUE_TO_SECURITY_REASONS";

    private static readonly HashSet<string> Identity = new(StringComparer.Ordinal)
    {
        "farmId", "queueId", "fleetId", "limitId", "licenseEndpointId", "productId", "jobId", "principalId", "principalType", "identityStoreId", "identityCenterRegion",
    };

    private readonly Dictionary<string, JsonNode> _requests;
    private readonly Dictionary<(string Resource, string Property), (string State, string? Json)> _left = [];
    private readonly Dictionary<string, HashSet<string>> _wholeSets = new(StringComparer.Ordinal);

    public LedgerTruth(Ledger ledger)
    {
        _requests = ledger.Records.ToDictionary(record => record.EventId, record => JsonNode.Parse(record.Json)!, StringComparer.Ordinal);
        var changes = ledger.Changes;
        var crowded = changes.Where(change => change.What == "Updated")
            .GroupBy(change => (Second(change), change.ResourceId, change.Property))
            .Where(same => same.Select(change => change.EventId).Distinct().Count() > 1)
            .ToDictionary(same => same.Key, same => same.Select(change => change.NewValue).Distinct().Count() == 1);
        foreach (var change in changes)
        {
            Add(change, crowded);
        }
    }

    /// <summary>Every change as <c>event resource property: state old -> state new</c>.</summary>
    public SortedSet<string> Expected { get; } = new(StringComparer.Ordinal);

    /// <summary>How many old values are known, so that a test can see that it tests something.</summary>
    public int Known { get; private set; }

    public static string Line(string? eventId, string? resource, string name, string oldState, string? oldJson, string newState, string? newJson) =>
        $"{eventId} {resource} {name}: {oldState} {oldJson ?? "null"} -> {newState} {newJson ?? "null"}";

    private static long Second(ResourceChange change) => change.EventTime.Ticks / TimeSpan.TicksPerSecond;

    private void Add(ResourceChange change, Dictionary<(long, string, string?), bool> crowded)
    {
        switch (change.What)
        {
            case "Created":
                Create(change);
                break;
            case "Deleted":
                Delete(change);
                break;
            case var _ when change.Kind.EndsWith("Member", StringComparison.Ordinal) && Identity.Contains(change.Property!):
                break;
            case var _ when IsOmitted(change):
                Anything(change);
                break;
            case var _ when change.Property is "tags" or "settings":
                foreach (var (key, value) in Keys(change))
                {
                    Set(change, change.Property, $"{change.Property}[{key}]", value, false, false);
                }

                break;
            case var _ when change.Property!.EndsWith("ToAdd", StringComparison.Ordinal) || change.Property.EndsWith("ToRemove", StringComparison.Ordinal):
                Elements(change);
                break;
            default:
                var isCrowded = crowded.TryGetValue((Second(change), change.ResourceId, change.Property), out var agrees);
                Set(change, null, change.Property, change.NewValue, isCrowded, isCrowded && !agrees);
                break;
        }
    }

    private void Create(ResourceChange change)
    {
        var isMember = change.Kind.EndsWith("Member", StringComparison.Ordinal);
        if (!isMember)
        {
            Forget(change.ResourceId);
        }

        if (IsOmitted(change))
        {
            Expected.Add(Line(change.EventId, change.ResourceId, "*", "Known", null, "Unknown", null));
            return;
        }

        foreach (var (name, value) in JsonNode.Parse(change.NewValue!)!.AsObject())
        {
            if (Identity.Contains(name) && !(name == "queueId" && change.Kind == "Job"))
            {
                continue;
            }

            if (name is "tags" or "settings")
            {
                _wholeSets.TryAdd(change.ResourceId, []);
                _wholeSets[change.ResourceId].Add(name);
                foreach (var (key, each) in value!.AsObject())
                {
                    New(change, $"{name}[{key}]", each?.ToJsonString(), true);
                }
            }
            else if (name == "actions")
            {
                _wholeSets.TryAdd(change.ResourceId, []);
                _wholeSets[change.ResourceId].Add(name);
                foreach (var action in value!.AsArray())
                {
                    New(change, Label(action!), Visible(change, name)!.AsArray().First(seen => Label(seen!) == Label(action!))!.ToJsonString(), true);
                }
            }
            else if (isMember)
            {
                Set(change, null, name, value?.ToJsonString(), false, false);
            }
            else if (name is "allowedStorageProfileIds" or "requiredFileSystemLocationNames" or "fileSystemLocations")
            {
                ListOf(change, name, value!.AsArray());
            }
            else
            {
                New(change, name switch { "nameOverride" => "name", "descriptionOverride" => "description", _ => name }, value?.ToJsonString(), true, name);
            }
        }
    }

    private void ListOf(ResourceChange change, string name, JsonArray values)
    {
        if (Visible(change, name)!.ToJsonString().Contains(Marker, StringComparison.Ordinal))
        {
            Expected.Add(Line(change.EventId, change.ResourceId, name, "Known", null, "Hidden", null));
            return;
        }

        _wholeSets.TryAdd(change.ResourceId, []);
        _wholeSets[change.ResourceId].Add(name);
        foreach (var value in values)
        {
            New(change, $"{name}[{value}]", value?.ToJsonString(), true);
        }
    }

    private void Delete(ResourceChange change)
    {
        if (change.Kind.EndsWith("Member", StringComparison.Ordinal))
        {
            Set(change, null, "membershipLevel", null, false, false);
        }
        else
        {
            Forget(change.ResourceId);
        }
    }

    private void Anything(ResourceChange change)
    {
        Forget(change.ResourceId);
        Expected.Add(Line(change.EventId, change.ResourceId, "*", "Unknown", null, "Unknown", null));
    }

    private void Forget(string resource)
    {
        foreach (var place in _left.Keys.Where(place => place.Resource == resource).ToList())
        {
            _left.Remove(place);
        }

        _wholeSets.Remove(resource);
    }

    /// <summary>The keys that a call on tags or settings named.</summary>
    private IEnumerable<(string Key, string? Value)> Keys(ResourceChange change)
    {
        var after = JsonNode.Parse(change.NewValue!)!.AsObject();
        var request = _requests[change.EventId]["requestParameters"]!;
        return request["tagKeys"] is JsonArray removed
            ? removed.Select(key => ((string)key!, (string?)null))
            : request[change.Property!]!.AsObject().Select(named => (named.Key, after[named.Key]?.ToJsonString()));
    }

    private void Elements(ResourceChange change)
    {
        var isRemoval = change.Property!.EndsWith("ToRemove", StringComparison.Ordinal);
        var set = change.Property[..^(isRemoval ? "ToRemove" : "ToAdd").Length];
        foreach (var element in Visible(change, change.Property)!.AsArray())
        {
            if (element is JsonValue && element.ToString() == Marker)
            {
                Expected.Add(Line(change.EventId, change.ResourceId, set, "Unknown", null, "Hidden", null));
                break;
            }

            Set(change, set, set == "actions" ? Label(element!) : $"{set}[{element}]", isRemoval ? null : element!.ToJsonString(), false, false);
        }
    }

    private void New(ResourceChange change, string label, string? json, bool isNew, string? wire = null) => Put(change, label, isNew ? ("Known", null) : ("Unknown", null), json, wire ?? label, false);

    private void Set(ResourceChange change, string? set, string? label, string? json, bool oldIsDoubtful, bool newIsDoubtful)
    {
        var before = oldIsDoubtful ? ("Unknown", null)
            : _left.TryGetValue((change.ResourceId, label!), out var left) ? left
            : set is not null && _wholeSets.TryGetValue(change.ResourceId, out var whole) && whole.Contains(set) ? ("Known", null)
            : ("Unknown", null);
        Put(change, label!, before, json, label!, newIsDoubtful);
    }

    private void Put(ResourceChange change, string label, (string State, string? Json) before, string? json, string wire, bool newIsDoubtful)
    {
        var shown = Visible(change, wire)?.ToJsonString() ?? json;
        (string State, string? Json) after = shown == $"\"{Marker}\"" ? ("Hidden", null)
            : shown?.Contains(Marker, StringComparison.Ordinal) == true ? ("Hidden", shown) : ("Known", json);
        if (before.State == "Known" && after.State == "Known" && JsonNode.DeepEquals(Parse(before.Json), Parse(after.Json)))
        {
            return;
        }

        Known += before.State == "Known" && before.Json is not null ? 1 : 0;
        Expected.Add(Line(change.EventId, change.ResourceId, label, before.State, before.Json, after.State, after.Json));
        _left[(change.ResourceId, label)] = newIsDoubtful ? ("Unknown", null) : after;
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static string Label(JsonNode action) => FormattableString.Invariant($"actions[{action["type"]} at {(decimal)action["thresholdPercentage"]!:0.####} %]");

    private bool IsOmitted(ResourceChange change) => _requests[change.EventId]["requestParameters"] is JsonObject request && request.ContainsKey("omitted");

    /// <summary>What the record shows of a property, also in the item of a batch.</summary>
    private JsonNode? Visible(ResourceChange change, string property)
    {
        var request = _requests[change.EventId]["requestParameters"]!.AsObject();
        return (request["jobs"] ?? request["tasks"]) is JsonArray items
            ? items.First(item => item!.AsObject().Any(member => member.Value?.ToString() == change.ResourceId))![property]
            : request[property];
    }
}
