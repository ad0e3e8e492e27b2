using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Calls;

/// <summary>Items of a batch that failed while the call as a whole succeeded.</summary>
internal static class BatchErrors
{
    public static JsonArray For(Operation operation, JsonObject request, Dice dice)
    {
        var errors = new JsonArray();
        string list = operation.Resource == "Job" ? "jobs" : "tasks";
        if (operation.Verb == "BatchUpdate" && request[list] is JsonArray { Count: > 1 } items && dice.Chance(0.3))
        {
            var item = (JsonObject)items[^1]!;
            IEnumerable<KeyValuePair<string, JsonNode?>> identifiers =
                from member in item
                where member.Key.EndsWith("Id", StringComparison.Ordinal)
                select KeyValuePair.Create(member.Key, member.Value?.DeepClone());
            var error = new JsonObject(identifiers)
            {
                ["code"] = "ConflictException",
                ["message"] = "The job is in a state that cannot be updated.",
            };
            errors.Add(error);
        }

        return errors;
    }
}
