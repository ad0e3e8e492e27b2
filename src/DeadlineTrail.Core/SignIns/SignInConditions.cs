using DeadlineTrail.Querying;

namespace DeadlineTrail.SignIns;

/// <summary>Conditions that mean something else for the events of a session than for events alone.</summary>
internal static class SignInConditions
{
    /// <summary>
    /// Leaves out roles that other services assume for themselves. Many accounts record little else all day; without a key
    /// of the caller they can be neither a grant nor part of a chain.
    /// </summary>
    internal static EventCondition PartOfSession { get; } = new(
        "no roles that other services assume",
        static e => e.EventName != "AssumeRole" || GrantRecord.IsDeadline(e.InvokedBy) || e.Actor.AccessKeyId is not null);

    /// <summary>The key an event was signed with; of an AssumeRole also the key that it gave.</summary>
    internal static EventCondition AccessKeyId(TextFilter filter) => new(
        EventCondition.AccessKeyId(filter).Text,
        e => filter.Matches(e.AccessKeyId) || (e.EventName == "AssumeRole" && filter.Matches(AssumedRole.AccessKeyId(AssumedRole.Credentials(e)))));
}
