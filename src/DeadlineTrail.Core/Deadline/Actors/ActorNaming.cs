using System;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>The name under which people know an actor.</summary>
internal static class ActorNaming
{
    private const string Nobody = "unknown";

    public static string Name(string kind, UserIdentity identity, in RoleSession session, string? userId, in ActorContext context) => kind switch
    {
        ActorKinds.MonitorUser => userId ?? RoleAndSession(session) ?? Fallback(identity),
        ActorKinds.Root => "root",
        ActorKinds.Anonymous => "anonymous",
        ActorKinds.AwsAccount => identity.AccountId ?? Fallback(identity),
        ActorKinds.Service => identity.InvokedBy ?? RoleAndSession(session) ?? context.SourceIPAddress ?? context.EventSource ?? Fallback(identity),
        ActorKinds.IdentityCenterUser or ActorKinds.ConsoleUser => OfPerson(identity, session, userId),
        _ => identity.UserName ?? RoleAndSession(session) ?? RoleSession.LastPart(identity.Arn) ?? userId ?? Fallback(identity),
    };

    // Identity Center names the session of a permission set after the user; the role says what they may do, not who they are.
    private static string OfPerson(UserIdentity identity, in RoleSession session, string? userId) =>
        identity.UserName
        ?? (session.RoleName?.StartsWith("AWSReservedSSO_", StringComparison.Ordinal) == true ? session.SessionName : null)
        ?? RoleAndSession(session)
        ?? RoleSession.LastPart(identity.Arn)
        ?? userId
        ?? Fallback(identity);

    private static string? RoleAndSession(in RoleSession session) =>
        session.RoleName is null ? session.SessionName
        : session.SessionName is null ? session.RoleName
        : session.RoleName + "/" + session.SessionName;

    private static string Fallback(UserIdentity identity) =>
        identity.Arn ?? identity.PrincipalId ?? identity.InvokedBy ?? identity.AccountId ?? Nobody;
}
