using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Farm;

/// <summary>What a successful call does to the farm, by the verb of its name, written down in the ledger as it is done.</summary>
internal sealed class Effects(Site site, Ledger ledger, Dice dice)
{
    /// <summary>Does it; returns what was made, if something was.</summary>
    public Resource? Apply(Operation operation, Resource? on, JsonObject request, JsonArray failed, Seal seal, string? by)
    {
        switch (operation.Verb)
        {
            case "Create" or "Put" or "Associate":
                return Make(operation, on, request, seal, by);

            case "Update" when operation.Resource != "WorkerSchedule":
                Update(on!, Body(operation, request), seal);
                return null;

            case "BatchUpdate":
                Batch(operation, request, failed, seal);
                return null;

            case "Tag":
                Merge(on!, (JsonObject)request["tags"]!, seal);
                return null;

            case "Untag":
                foreach (JsonNode? key in (JsonArray)request["tagKeys"]!)
                {
                    Merge(on!, new JsonObject { [key!.GetValue<string>()] = null }, seal);
                }

                return null;

            case "Delete" or "Disassociate":
                ledger.Add(seal.Note("Deleted", on!));
                site.Remove(on!);
                return null;

            default:
                return null;
        }
    }

    private Resource Make(Operation operation, Resource? on, JsonObject request, Seal seal, string? by)
    {
        string kind = operation.Resource;
        IReadOnlyList<string> pair = Kinds.PairOf(kind);
        Dictionary<string, string> identifiers = [];
        string id;
        if (pair.Count > 0)
        {
            foreach (string name in pair)
            {
                identifiers[name] = request[name]!.GetValue<string>();
            }

            id = string.Join('/', identifiers.Values);

            // Associating a member again overwrites the level.
            if (site.Find(kind, id) is Resource there)
            {
                Update(there, Body(operation, request), seal);
                return there;
            }
        }
        else
        {
            id = RequestBuilder.NewId(kind, on, dice);
            identifiers[Kinds.NameOf(kind)] = id;
        }

        var made = new Resource(kind, id, on, identifiers) { Made = seal.Now, MadeBy = by, EventId = seal.EventId };
        foreach (KeyValuePair<string, JsonNode?> member in Body(operation, request))
        {
            made.Values[member.Key] = member.Value?.DeepClone();
        }

        site.Add(made);
        if (ledger.KeepsRecords)
        {
            ledger.Add(seal.Note("Created", made) with { NewValue = made.Values.ToJsonString(RecordWriter.Plain), Hidden = seal.Hidden.Count > 0 });
        }

        return made;
    }

    private void Update(Resource resource, IEnumerable<KeyValuePair<string, JsonNode?>> values, Seal seal)
    {
        foreach (KeyValuePair<string, JsonNode?> value in values)
        {
            if (value.Key is "settings" or "tags" && value.Value is JsonObject map)
            {
                Merge(resource, map, seal, value.Key);
            }
            else
            {
                Set(resource, value.Key, value.Value, seal);
            }
        }
    }

    private void Set(Resource resource, string name, JsonNode? value, Seal seal)
    {
        resource.Values.TryGetPropertyValue(name, out JsonNode? old);
        if (ledger.KeepsRecords)
        {
            ledger.Add(seal.Note("Updated", resource) with
            {
                Property = name,
                OldValue = old?.ToJsonString(RecordWriter.Plain),
                NewValue = value?.ToJsonString(RecordWriter.Plain),
                Hidden = seal.Hidden.Contains(name),
            });
        }

        resource.Values[name] = value?.DeepClone();
    }

    // Tags and settings are sets of named values: a call names the ones it changes.
    private void Merge(Resource resource, JsonObject changes, Seal seal, string name = "tags")
    {
        JsonObject merged = resource.Values[name]?.DeepClone() as JsonObject ?? [];
        foreach (KeyValuePair<string, JsonNode?> change in changes)
        {
            merged.Remove(change.Key);
            if (change.Value is not null)
            {
                merged[change.Key] = change.Value.DeepClone();
            }
        }

        Set(resource, name, merged, seal);
    }

    private void Batch(Operation operation, JsonObject request, JsonArray failed, Seal seal)
    {
        string list = operation.Resource == "Job" ? "jobs" : "tasks";
        string idName = Kinds.NameOf(operation.Resource);
        foreach (JsonObject item in ((JsonArray)request[list]!).OfType<JsonObject>())
        {
            string id = item[idName]!.GetValue<string>();
            if (failed.Any(f => f![idName]!.GetValue<string>() == id))
            {
                continue;
            }

            Resource resource = site.Find(operation.Resource, id) ?? new Resource(operation.Resource, id, null, []);
            Update(resource, item.Where(m => !m.Key.EndsWith("Id", StringComparison.Ordinal)), seal);
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Body(Operation operation, JsonObject request) =>
        from parameter in operation.Request
        where parameter.Place == "body" && request.ContainsKey(parameter.Name)
        select KeyValuePair.Create(parameter.Name, request[parameter.Name]);
}
