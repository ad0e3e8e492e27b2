using System;
using DeadlineTrail.Deadline.Actors;

namespace DeadlineTrail.SignIns;

/// <summary>Whose calls are summed up together.</summary>
/// <param name="AccessKeyId">The key; null where the records have none.</param>
/// <param name="UserId">The ID in the session name, of a monitor's user; null for others.</param>
/// <param name="RoleArn">The role (<c>sessionIssuer.arn</c>); null where the record has none.</param>
/// <param name="RoleName">The role's name.</param>
/// <param name="Account">The account of the credentials.</param>
/// <param name="SessionName">The role session name.</param>
/// <param name="IssuedTicks">When the key was issued (<c>creationDate</c>); null where the record does not say.</param>
internal sealed record CallerIdentity(
    string? AccessKeyId, string? UserId, string? RoleArn, string? RoleName, string? Account, string? SessionName, long? IssuedTicks)
{
    internal static CallerIdentity Of(Actor actor) => new(
        actor.AccessKeyId,
        actor.Kind == ActorKinds.MonitorUser ? actor.UserId : null,
        actor.RoleArn,
        actor.RoleName,
        actor.AccountId,
        actor.RoleSessionName,
        SessionStartTime.Parse(actor.CreationDate)?.Ticks);

    /// <summary>Whether this is the session that a grant's credentials open, as far as names tell.</summary>
    internal bool IsSessionOf(GrantRecord grant) =>
        SessionName == grant.SessionName
        && (RoleArn is not null ? RoleArn == grant.RoleArn : RoleName is not null && grant.RoleArn.EndsWith("/" + RoleName, StringComparison.Ordinal) && Account == AccountOf(grant.RoleArn));

    private static string? AccountOf(string arn) => arn.Split(':') is { Length: > 5 } parts ? parts[4] : null;
}
