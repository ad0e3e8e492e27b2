using System.Linq;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Catalogue;

/// <summary>What can be said of an operation nobody has described yet: what the model says, and guesses from its name that are marked as such.</summary>
internal static partial class NewOperation
{
    /// <summary>How every sentence begins that a person has still to write.</summary>
    internal const string PlaceholderStart = "Not described yet";

    internal static string Access(ModelOperation operation) => operation.IsReadOnly ? "Read" : "Write";

    internal static TrailAction Placeholder(ModelOperation operation, string? since)
    {
        string[] words = [.. Word().Matches(operation.Name).Select(match => match.Value)];
        return new TrailAction
        {
            Name = operation.Name,
            EventClass = "Unknown",
            Access = Access(operation),
            AccessLevel = !operation.IsReadOnly ? "Write" : words[0] == "List" ? "List" : "Read",
            ResourceType = Resource(words),
            IamAction = "deadline:" + operation.Name,
            Since = since,
            Inferred = [nameof(TrailAction.AccessLevel), nameof(TrailAction.ResourceType), nameof(TrailAction.IamAction), nameof(TrailAction.Description)],
            Description = $"{PlaceholderStart}; its name says: {string.Join(" ", words).ToLowerInvariant()}.",
            RequestIdentifiers = operation.RequestIdentifiers,
            ResponseIdentifiers = operation.ResponseIdentifiers,
            SensitiveParameters = operation.SensitiveParameters,
        };
    }

    private static string Resource(string[] words)
    {
        string resource = string.Concat(words.Skip(words[0] == "Batch" ? 2 : 1));
        return words[0] == "List" && resource.EndsWith('s') ? resource[..^1] : resource;
    }

    [GeneratedRegex("[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Word();
}
