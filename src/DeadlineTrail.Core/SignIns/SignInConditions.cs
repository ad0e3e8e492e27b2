using DeadlineTrail.Querying;

namespace DeadlineTrail.SignIns;

/// <summary>Conditions that mean something else for the events of a session than for events alone.</summary>
internal static class SignInConditions
{
    /// <summary>The key an event was signed with; of an AssumeRole also the key that it gave.</summary>
    internal static EventCondition AccessKeyId(TextFilter filter) => new(
        EventCondition.AccessKeyId(filter).Text,
        e => filter.Matches(e.AccessKeyId) || (e.EventName == "AssumeRole" && filter.Matches(AssumedRole.AccessKeyId(AssumedRole.Credentials(e)))));
}
