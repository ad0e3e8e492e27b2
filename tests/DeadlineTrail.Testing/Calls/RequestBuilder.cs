using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Calls;

/// <summary>
/// Fills <c>requestParameters</c> from the model: what the caller says, the identifiers of what the call is about, the
/// idempotency token SDKs make up, and a plausible value for everything else that is required.
/// </summary>
internal static class RequestBuilder
{
    public static JsonObject Build(Operation operation, Resource? on, JsonObject? with, Site site, Dice dice, DateTime now)
    {
        var request = new JsonObject();
        int said = 0;
        foreach (Parameter parameter in operation.Request)
        {
            if (with is not null && with.TryGetPropertyValue(parameter.Name, out JsonNode? value))
            {
                request[parameter.Name] = value?.DeepClone();
                said++;
            }
            else if (parameter.Place is "uri" && on is not null && on.Identifiers.TryGetValue(parameter.Name, out string? id))
            {
                request[parameter.Name] = id;
            }
            else if (parameter.Name == "resourceArn")
            {
                request[parameter.Name] = on!.Arn(site.Region, site.Account);
            }
            else if (parameter.Place == "header")
            {
                request[parameter.Name] = dice.Uuid();
            }
            else if (parameter.Required)
            {
                request[parameter.Name] = Value(parameter, on, site, dice, now);
            }
        }

        return said == (with?.Count ?? 0)
            ? request
            : throw new ArgumentException($"{operation.Name} has no parameter of a name in {with}.", nameof(with));
    }

    private static JsonNode? Value(Parameter parameter, Resource? on, Site site, Dice dice, DateTime now)
    {
        if (parameter.Choices.Count > 0)
        {
            return dice.Pick(parameter.Choices);
        }

        if (parameter.Place == "body" && on is not null && on.Identifiers.TryGetValue(parameter.Name, out string? id))
        {
            return id;
        }

        if (parameter.Name == "endTime")
        {
            return RecordWriter.Stamp(now.Date.AddDays(1));
        }

        return Shapes.Value(parameter.Shape, on, site, dice, now) ?? Fallback(parameter, on, site, dice);
    }

    private static JsonNode Fallback(Parameter parameter, Resource? on, Site site, Dice dice)
    {
        foreach (string kind in Kinds.Identified)
        {
            if (Kinds.NameOf(kind) == parameter.Name)
            {
                // An identifier nobody named: one of what is there, else one that nothing has.
                IReadOnlyList<Resource> there = site.Living(kind);
                return there.Count > 0 ? dice.Pick(there).Id : NewId(kind, on, dice);
            }
        }

        return parameter.Type switch
        {
            "integer" => dice.Between(0, 50),
            "float" => dice.Between(1, 100) + 0.5,
            "map" => new JsonObject(),
            "list" => new JsonArray(),
            "structure" => new JsonObject(),
            _ => throw new InvalidOperationException($"No value for {parameter}."),
        };
    }

    /// <summary>A new identifier in the pattern of the model.</summary>
    public static string NewId(string kind, Resource? parent, Dice dice) => Kinds.PrefixOf(kind) + (kind switch
    {
        // That a task's digits are its step's is an assumption; the model only says 32 digits and a number.
        "Task" when parent?.Kind == "Step" => parent.Id["step-".Length..],
        "SessionAction" when parent?.Kind == "Session" => parent.Id["session-".Length..],
        _ => dice.Hex(32),
    }) + (kind is "Task" or "SessionAction" ? "-" + dice.Below(48).ToString(CultureInfo.InvariantCulture) : "");
}
