using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Querying;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// The one attribute that the service may compare for us without a change to the answer. It compares exactly, with regard
/// to case, so only what has one spelling is sent.
/// </summary>
/// <remarks>
/// Never Username: for a role it is the name of the session. Never ResourceName or ResourceType: which resources of a
/// record are listed there is not documented. Never ReadOnly: it narrows little, and a record without it would be lost.
/// </remarks>
internal static class LookupAttributeChoice
{
    /// <summary>
    /// Gives what is looked up in a Region, in one lookup each: the attribute that narrows most; else one for each of the
    /// services that are wanted, since only one can be sent at a time; else null, which is everything.
    /// </summary>
    internal static IReadOnlyList<LookupAttribute?> Best(TrailQuery query, HistoryRegion region)
    {
        if (Permitted(query).FirstOrDefault() is { } narrowest)
        {
            return [narrowest];
        }

        var services = query.Services.Where(service => region.EventSources?.Contains(service.EventSource) != false).ToArray();
        return query.Services.Count > 0 && services.All(static service => IsEventSource(service.EventSource))
            ? services.Select(static service => service.EventName is null ? new LookupAttribute("EventSource", service.EventSource) : new LookupAttribute("EventName", service.EventName)).ToArray()
            : new LookupAttribute?[] { null };
    }

    /// <summary>Gives every attribute that is safe, the narrowest first.</summary>
    internal static IEnumerable<LookupAttribute> Permitted(TrailQuery query)
    {
        // CloudTrail writes its own identifiers as GUIDs in small letters (inferred: every genuine record has them so).
        if (query.EventIds?.OnlyLiteral is { } id && Guid.TryParseExact(id, "D", out var guid))
        {
            yield return new LookupAttribute("EventId", guid.ToString("D"));
        }

        if (query.AccessKeyIds?.OnlyLiteral is { } key && IsAccessKeyId(key))
        {
            yield return new LookupAttribute("AccessKeyId", key.ToUpperInvariant());
        }

        if (query.EventNames?.OnlyLiteral is { } name && Operation(name) is { IsShared: false } action)
        {
            yield return new LookupAttribute("EventName", action.Name);
        }

        if (query.EventSources?.OnlyLiteral is { } source && IsEventSource(source))
        {
            yield return new LookupAttribute("EventSource", source.ToLowerInvariant());
        }
    }

    private static TrailAction? Operation(string name) =>
        OperationCatalogue.Current.Actions.FirstOrDefault(action => string.Equals(action.Name, name, StringComparison.OrdinalIgnoreCase));

    // "AccessKeyId: Pattern: [\w]*, length 16 to 128" (IAM API reference); they are written in capitals.
    private static bool IsAccessKeyId(string text) =>
        text.Length is >= 16 and <= 128 && text.All(static letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static bool IsEventSource(string text) => text.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase);
}
