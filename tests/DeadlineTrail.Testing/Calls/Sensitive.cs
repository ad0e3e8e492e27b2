using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.Calls;

/// <summary>
/// Hides what the model marks as sensitive, as AWS services do with <c>HIDDEN_DUE_TO_SECURITY_REASONS</c>.
/// </summary>
/// <remarks>
/// AWS's own CreateFarm example shows <c>description</c> in clear although the model marks it, so now and then a
/// description stays readable here.
/// </remarks>
internal static class Sensitive
{
    public const string Marker = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /// <summary>Replaces the values at the given paths; returns the names of the top members that hide something.</summary>
    public static HashSet<string> Hide(JsonObject request, IReadOnlyList<string> paths, Dice dice)
    {
        HashSet<string> hidden = [];
        foreach (string path in paths)
        {
            if (path == "description" && dice.Chance(0.3))
            {
                continue;
            }

            string[] steps = path.Split('.');
            if (Hide(request, steps, 0))
            {
                hidden.Add(steps[0].TrimEnd('[', ']', '{', '}'));
            }
        }

        return hidden;
    }

    private static bool Hide(JsonObject holder, string[] steps, int at)
    {
        string name = steps[at].TrimEnd('[', ']', '{', '}');
        if (!holder.TryGetPropertyValue(name, out JsonNode? value) || value is null)
        {
            return false;
        }

        bool last = at == steps.Length - 1;
        switch (value)
        {
            case JsonArray array when steps[at].EndsWith("[]", System.StringComparison.Ordinal):
                bool any = false;
                for (int i = 0; i < array.Count; i++)
                {
                    if (last)
                    {
                        array[i] = Marker;
                        any = true;
                    }
                    else if (array[i] is JsonObject item)
                    {
                        any |= Hide(item, steps, at + 1);
                    }
                }

                return any;

            case JsonObject map when steps[at].EndsWith("{}", System.StringComparison.Ordinal):
                bool found = false;
                foreach (KeyValuePair<string, JsonNode?> entry in map)
                {
                    found |= entry.Value is JsonObject item && Hide(item, steps, at + 1);
                }

                return found;

            case JsonObject inner when !last:
                return Hide(inner, steps, at + 1);

            default:
                holder[name] = Marker;
                return true;
        }
    }
}
