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
        string? role = null;
        string? session = null;
        int start = identity.Arn?.IndexOf(AssumedRole, StringComparison.Ordinal) ?? -1;
        if (start >= 0)
        {
            string rest = identity.Arn!.Substring(start + AssumedRole.Length);
            int slash = rest.IndexOf('/');
            role = Present(slash < 0 ? rest : rest.Substring(0, slash));
            session = slash < 0 ? null : Present(rest.Substring(slash + 1));
        }

        bool isRole = start >= 0 || ActorTypes.Is(identity.Type, ActorTypes.AssumedRole);
        if (!isRole)
        {
            return new RoleSession(ActorTypes.Is(identity.Type, ActorTypes.Role) ? LastPart(identity.Arn) : null, null);
        }

        int colon = identity.PrincipalId?.IndexOf(':') ?? -1;
        string? fromPrincipal = colon < 0 ? null : Present(identity.PrincipalId!.Substring(colon + 1));
        return new RoleSession(identity.IssuerUserName ?? role ?? LastPart(identity.IssuerArn), fromPrincipal ?? session);
    }

    /// <summary>What stands after the last slash of an ARN: the name without its path.</summary>
    public static string? LastPart(string? arn)
    {
        int slash = arn?.LastIndexOf('/') ?? -1;
        return slash < 0 ? null : Present(arn!.Substring(slash + 1));
    }

    private static string? Present(string text) => text.Length == 0 ? null : text;
}
