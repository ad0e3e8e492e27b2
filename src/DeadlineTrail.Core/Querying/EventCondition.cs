using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.Querying;

/// <summary>One thing that must be true of an event.</summary>
/// <param name="Text">What is asked, for those who wonder what was searched.</param>
/// <param name="Test">The question.</param>
internal sealed record EventCondition(string Text, Func<TrailEvent, bool> Test)
{
    internal static EventCondition EventName(TextFilter filter) => Of("EventName", filter, e => e.EventName);

    internal static EventCondition EventSource(TextFilter filter) => Of("EventSource", filter, e => e.EventSource);

    internal static EventCondition EventClass(TextFilter filter) => Of("EventClass", filter, e => e.EventClass);

    internal static EventCondition Access(TextFilter filter) => Of("Access", filter, e => e.Access);

    internal static EventCondition Region(TextFilter filter) => Of("Region", filter, e => e.Region);

    internal static EventCondition AccountId(TextFilter filter) => Of("AccountId", filter, e => e.AccountId);

    internal static EventCondition AccessKeyId(TextFilter filter) => Of("AccessKeyId", filter, e => e.AccessKeyId);

    internal static EventCondition ErrorCode(TextFilter filter) => Of("ErrorCode", filter, e => e.ErrorCode);

    internal static EventCondition EventId(TextFilter filter) => Of("EventId", filter, e => e.EventId);

    internal static EventCondition ActorKind(TextFilter filter) => Of("ActorKind", filter, e => e.ActorKind);

    /// <summary>The name, the ARN or the user's identifier.</summary>
    internal static EventCondition Actor(TextFilter filter) => new(Say("Actor", filter.Texts), e =>
    {
        var actor = e.Actor;
        return filter.Matches(actor.Name) || filter.Matches(actor.Arn) || filter.Matches(actor.UserId);
    });

    internal static EventCondition SourceIPAddress(IReadOnlyList<string> addresses, WildcardCompiler compile)
    {
        var filter = new AddressFilter(addresses, compile);
        return new EventCondition(Say("SourceIPAddress", addresses), e => filter.Matches(e.SourceIPAddress));
    }

    /// <summary>Any identifier of the kind, wherever in the record it stands.</summary>
    internal static EventCondition Identifier(string parameter, IdentifierKind kind, IReadOnlyList<string> ids) =>
        new(Say(parameter, ids), e =>
        {
            var found = e.Identifiers;
            return ids.Any(id => found.Mentions(kind, id));
        });

    /// <summary>Any identifier of whatever kind.</summary>
    internal static EventCondition ResourceId(IReadOnlyList<string> ids) => new(Say("ResourceId", ids), e =>
    {
        var found = e.Identifiers;
        return ids.Any(id => found.Mentions(id) || e.Resources.Any(resource => string.Equals(resource.Arn, id, StringComparison.Ordinal)));
    });

    internal static EventCondition Failed() => new("Failed", e => !e.Succeeded);

    internal static EventCondition Denied() => new("Denied", e => e.IsDenied);

    private static EventCondition Of(string parameter, TextFilter filter, Func<TrailEvent, string?> property) =>
        new(Say(parameter, filter.Texts), e => filter.Matches(property(e)));

    private static string Say(string parameter, IEnumerable<string> values) => parameter + " " + string.Join(", ", values);
}
