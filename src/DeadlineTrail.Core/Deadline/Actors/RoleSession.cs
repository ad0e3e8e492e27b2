using System;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>The role and the session behind temporary credentials.</summary>
/// <remarks>
/// Of an assumed role, <c>principalId</c> is "the unique ID of the role, a colon, and the role session name", and <c>arn</c> is
/// <c>arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION</c>, without the path of the role.
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"/>
/// </remarks>
internal readonly struct RoleSession
{
    private const string AssumedRole = ":assumed-role/";

    private RoleSession(string? roleName, string? sessionName)
    {
        RoleName = roleName;
        SessionName = sessionName;
    }

    public string? RoleName { get; }

    public string? SessionName { get; }

    public static RoleSession Of(UserIdentity identity)
    {
        int start = identity.Arn?.IndexOf(AssumedRole, StringComparison.Ordinal) ?? -1;
        if (start < 0 && !ActorTypes.Is(identity.Type, ActorTypes.AssumedRole))
        {
            return new RoleSession(ActorTypes.Is(identity.Type, ActorTypes.Role) ? LastPart(identity.Arn) : null, null);
        }

        int roleStart = start + AssumedRole.Length;
        int slash = start < 0 ? -1 : identity.Arn!.IndexOf('/', roleStart);
        string? role = identity.IssuerUserName
            ?? (start < 0 ? null : Present(identity.Arn!.Substring(roleStart, (slash < 0 ? identity.Arn.Length : slash) - roleStart)))
            ?? LastPart(identity.IssuerArn);

        int colon = identity.PrincipalId?.IndexOf(':') ?? -1;
        string? session = (colon < 0 ? null : Present(identity.PrincipalId!.Substring(colon + 1)))
            ?? (slash < 0 ? null : Present(identity.Arn!.Substring(slash + 1)));
        return new RoleSession(role, session);
    }

    /// <summary>What stands after the last slash of an ARN: the name without its path.</summary>
    public static string? LastPart(string? arn)
    {
        int slash = arn?.LastIndexOf('/') ?? -1;
        return slash < 0 ? null : Present(arn!.Substring(slash + 1));
    }

    private static string? Present(string text) => text.Length == 0 ? null : text;
}
