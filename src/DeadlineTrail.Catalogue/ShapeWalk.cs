using System;
using System.Collections.Generic;
using System.Text.Json;

namespace DeadlineTrail.Catalogue;

/// <summary>
/// Walks a request or response of the model and writes paths as the catalogue does: wire names joined by dots, <c>[]</c> for
/// the elements of a list, <c>{}</c> for the values of a map, <c>{key}</c> for its keys.
/// </summary>
internal sealed class ShapeWalk(JsonElement shapes)
{
    /// <summary>Where identifiers stand, in the order of the model. What is sensitive is not looked into: it is hidden in a record.</summary>
    internal IReadOnlyList<string> Identifiers(string? shapeName)
    {
        List<string> found = [];
        Walk(shapeName, new Visit(found, static (at, paths) =>
        {
            if (IdentifierShapes.Holds(at.Member, at.Shape))
            {
                paths.Add(at.Path);
            }
        }));
        return found;
    }

    /// <summary>Where sensitive values stand; the outermost place, not what lies within it.</summary>
    internal IReadOnlyList<string> Sensitive(string? shapeName)
    {
        List<string> found = [];
        Walk(shapeName, new Visit(found, static (at, paths) =>
        {
            if (at.IsSensitive)
            {
                paths.Add(at.Path.Length == 0 ? "*" : at.Path);
            }
        }));
        return found;
    }

    private void Walk(string? shapeName, Visit visit)
    {
        if (shapeName is not null)
        {
            Walk(new Place("", null, shapeName, IsSensitive(shapes.GetProperty(shapeName))), visit, []);
        }
    }

    private void Walk(Place at, Visit visit, HashSet<string> within)
    {
        visit.Look(at, visit.Found);

        // A shape may contain itself; once is enough to know its names.
        if (at.IsSensitive || !within.Add(at.Shape))
        {
            return;
        }

        JsonElement shape = shapes.GetProperty(at.Shape);
        switch (shape.GetProperty("type").GetString())
        {
            case "structure":
                foreach (JsonProperty member in shape.GetProperty("members").EnumerateObject())
                {
                    // A record has the wire name: URI label, header, query or body name.
                    string name = member.Value.TryGetProperty("locationName", out JsonElement wire) ? wire.GetString()! : member.Name;
                    Walk(Next(member.Value, at.Path.Length == 0 ? name : $"{at.Path}.{name}", name), visit, within);
                }

                break;

            case "list":
                Walk(Next(shape.GetProperty("member"), at.Path + "[]", null), visit, within);
                break;

            case "map":
                Walk(Next(shape.GetProperty("key"), at.Path + "{key}", null), visit, within);
                Walk(Next(shape.GetProperty("value"), at.Path + "{}", null), visit, within);
                break;
        }

        within.Remove(at.Shape);
    }

    private Place Next(JsonElement reference, string path, string? member)
    {
        string shape = reference.GetProperty("shape").GetString()!;
        return new Place(path, member, shape, IsSensitive(reference) || IsSensitive(shapes.GetProperty(shape)));
    }

    private static bool IsSensitive(JsonElement element) =>
        element.TryGetProperty("sensitive", out JsonElement sensitive) && sensitive.GetBoolean();

    private readonly record struct Place(string Path, string? Member, string Shape, bool IsSensitive);

    private sealed record Visit(List<string> Found, Action<Place, List<string>> Look);
}
