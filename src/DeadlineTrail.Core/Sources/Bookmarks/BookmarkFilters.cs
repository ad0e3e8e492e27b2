using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// A fingerprint for each filter of a query. What a filter lets through is what a bookmark counts as returned, so another
/// filter needs another bookmark. Fingerprints tell which one differs; the values, which may name people, are not kept.
/// </summary>
internal static class BookmarkFilters
{
    /// <summary>The fingerprints of a query's filters by their names. Times, order and number are none of them.</summary>
    internal static SortedDictionary<string, string> Of(TrailQuery query)
    {
        var filters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (query.Services.Count > 0)
        {
            filters["EventSource"] = Fingerprint(string.Join(", ", query.Services.Select(static service => service.ToString()).OrderBy(static name => name, StringComparer.Ordinal)));
        }

        foreach (var condition in query.Conditions)
        {
            var end = condition.Text.IndexOf(' ');
            filters[end < 0 ? condition.Text : condition.Text.Substring(0, end)] = Fingerprint(condition.Text);
        }

        return filters;
    }

    /// <summary>Says in what way other filters differ; null when they do not.</summary>
    internal static string? Difference(IReadOnlyDictionary<string, string> kept, IReadOnlyDictionary<string, string> asked)
    {
        var parts = kept.Keys.Union(asked.Keys, StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)
            .Select(name => (kept.TryGetValue(name, out var before), asked.TryGetValue(name, out var now)) switch
            {
                (true, false) => $"-{name} was given and is not now",
                (false, true) => $"-{name} is given now and was not",
                _ => before == now ? null : $"-{name} has another value",
            })
            .Where(static part => part is not null)
            .ToArray();
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static string Fingerprint(string text)
    {
        using var sha = SHA256.Create();
        return Hex.Of(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
