using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// What a bookmark is a bookmark of: a trail's place in a bucket, or Event history of an account in some Regions. Marks of
/// one place say nothing of another.
/// </summary>
internal sealed record BookmarkSource
{
    /// <summary>Gets the bucket; null for Event history.</summary>
    internal string? Bucket { get; init; }

    /// <summary>Gets what the trail puts before AWSLogs; null for Event history.</summary>
    internal string? KeyPrefix { get; init; }

    /// <summary>Gets the organisation whose tree is read beside that of single accounts; null for those of every organisation,
    /// and for Event history.</summary>
    internal string? OrganizationId { get; init; }

    /// <summary>Gets the account whose Event history it is; null for a bucket.</summary>
    internal string? AccountId { get; init; }

    /// <summary>Gets the Regions as they were asked for, in ordinal order: names or patterns; empty for a bucket.</summary>
    internal IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>A trail's bucket.</summary>
    internal static BookmarkSource Of(BucketScope scope) => new()
    {
        Bucket = scope.BucketName,
        KeyPrefix = scope.KeyPrefix.Trim('/'),
        OrganizationId = scope.OrganizationId,
    };

    /// <summary>Event history.</summary>
    internal static BookmarkSource OfHistory(string accountId, IEnumerable<string> regions) => new()
    {
        AccountId = accountId,
        Regions = [.. regions.Distinct(StringComparer.Ordinal).OrderBy(static region => region, StringComparer.Ordinal)],
    };

    /// <summary>Says in what way another source differs; null when it does not.</summary>
    /// <param name="asked">The one that is asked for now.</param>
    internal string? Difference(BookmarkSource asked)
    {
        var parts = new List<string>();
        Compare(parts, "the source", Kind, asked.Kind);
        if (Kind == asked.Kind)
        {
            Compare(parts, "the bucket", Bucket, asked.Bucket);
            Compare(parts, "the key prefix", KeyPrefix, asked.KeyPrefix);
            Compare(parts, "the organisation", OrganizationId, asked.OrganizationId);
            Compare(parts, "the account", AccountId, asked.AccountId);
            Compare(parts, "the Regions", string.Join(", ", Regions), string.Join(", ", asked.Regions));
        }

        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    private string Kind => Bucket is null ? "Event history" : "a bucket";

    private static void Compare(List<string> parts, string what, string? kept, string? asked)
    {
        if (!string.Equals(kept, asked, StringComparison.Ordinal))
        {
            parts.Add($"{what} was {Shown(kept)} and is {Shown(asked)} now");
        }
    }

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "not given" : $"\"{value}\"";
}
