namespace DeadlineTrail.SignIns;

/// <summary>
/// An AssumeRole by somebody who has temporary credentials: the key they had, and the key they were given. Followed by keys
/// alone, which are exact.
/// </summary>
/// <param name="Ticks">When.</param>
/// <param name="EventId">The event.</param>
/// <param name="Caller">Who assumed the role, with what.</param>
/// <param name="AccessKeyId">The key that was given; null when it was refused or is hidden.</param>
/// <param name="Denied">Whether it was refused.</param>
internal sealed record RoleChain(long Ticks, string? EventId, CallerIdentity Caller, string? AccessKeyId, bool Denied)
{
    /// <summary>Gets a value indicating whether it meets what was asked of one event of the session.</summary>
    internal bool IsWanted { get; init; }

    internal static RoleChain? TryRead(TrailEvent assumeRole)
    {
        var actor = assumeRole.Actor;
        if (actor.AccessKeyId is null || !actor.UsedTemporaryCredentials)
        {
            return null;
        }

        return new RoleChain(
            assumeRole.Ticks,
            assumeRole.EventId,
            CallerIdentity.Of(actor),
            AssumedRole.AccessKeyId(AssumedRole.Credentials(assumeRole)),
            !assumeRole.Succeeded);
    }
}
