using System;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>
/// Values of <c>userIdentity.type</c>.
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"/>
/// </summary>
internal static class ActorTypes
{
    public const string Root = "Root";
    public const string IamUser = "IAMUser";
    public const string AssumedRole = "AssumedRole";
    public const string Role = "Role";
    public const string FederatedUser = "FederatedUser";
    public const string Directory = "Directory";
    public const string AwsAccount = "AWSAccount";
    public const string AwsService = "AWSService";
    public const string IdentityCenterUser = "IdentityCenterUser";
    public const string SamlUser = "SAMLUser";
    public const string WebIdentityUser = "WebIdentityUser";
    public const string Unknown = "Unknown";

    /// <summary>AWS's own pages spell such words in more than one case.</summary>
    public static bool Is(string? type, string expected) => string.Equals(type, expected, StringComparison.OrdinalIgnoreCase);
}
