using System;
using DeadlineTrail.Deadline.Actors;

namespace DeadlineTrail;

/// <summary>Who made a call: the record's <c>userIdentity</c>, read for people.</summary>
/// <remarks>
/// Empty strings of the record are null here. An actor is recognised from its own record alone, so the same record always gives the
/// same actor, whatever else is read with it.
/// </remarks>
public sealed class Actor
{
    internal Actor(string name, string kind)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>
    /// A name for people to read: the user name; <c>role/session</c>; the service; the Identity Center user id of a monitor user. Never
    /// null or empty; <c>unknown</c> where the record names nobody.
    /// </summary>
    public string Name { get; }

    /// <summary>What sort of actor it is: one of <see cref="ActorKinds"/>. Never null.</summary>
    public string Kind { get; }

    /// <summary>
    /// What <see cref="Kind"/> was inferred from, in words (<c>role name AWSDeadlineCloudQueueRole-</c>); null when the record itself says it.
    /// </summary>
    public string? KindBasis { get; internal init; }

    /// <summary>Whether <see cref="Kind"/> rests on a name or on the user agent, which prove nothing, and not on the identity AWS recorded.</summary>
    public bool KindIsInferred => KindBasis is not null;

    /// <summary>The type AWS recorded (<c>userIdentity.type</c>), such as <c>AssumedRole</c>; null where the record has none.</summary>
    public string? IdentityType { get; internal init; }

    /// <summary>The ARN of the principal (<c>userIdentity.arn</c>); null where the record has none.</summary>
    public string? Arn { get; internal init; }

    /// <summary>The account that owns the credentials (<c>userIdentity.accountId</c>); null where the record has none.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The access key that signed the request (<c>userIdentity.accessKeyId</c>); null where the record has none.</summary>
    public string? AccessKeyId { get; internal init; }

    /// <summary>The unique id of the principal (<c>userIdentity.principalId</c>), with <c>:session</c> for a role; null where the record has none.</summary>
    public string? PrincipalId { get; internal init; }

    /// <summary>
    /// The IAM Identity Center user id: <c>userIdentity.onBehalfOf.userId</c>; else, inferred, the part of the role session name that has
    /// the shape of one. Null where there is neither.
    /// </summary>
    public string? UserId { get; internal init; }

    /// <summary>The user name AWS recorded (<c>userIdentity.userName</c>, not that of the role); null where the record has none.</summary>
    public string? UserName { get; internal init; }

    /// <summary>The identity store of <see cref="UserId"/> (<c>userIdentity.onBehalfOf.identityStoreArn</c>); null where the record has none.</summary>
    public string? IdentityStoreArn { get; internal init; }

    /// <summary>The id at the end of <see cref="IdentityStoreArn"/>, such as <c>d-1234567890</c>; null where the record has none.</summary>
    public string? IdentityStoreId { get; internal init; }

    /// <summary>
    /// The role (<c>userIdentity.sessionContext.sessionIssuer.userName</c>, else from the ARN); null when no role was used.
    /// </summary>
    public string? RoleName { get; internal init; }

    /// <summary>The ARN of the role (<c>userIdentity.sessionContext.sessionIssuer.arn</c>); null when the record has none.</summary>
    public string? RoleArn { get; internal init; }

    /// <summary>The name of the role session (after the colon of <c>userIdentity.principalId</c>, else from the ARN); null when no role was assumed.</summary>
    public string? RoleSessionName { get; internal init; }

    /// <summary>The source identity set when the role was assumed (<c>userIdentity.sessionContext.sourceIdentity</c>); null where there is none.</summary>
    public string? SourceIdentity { get; internal init; }

    /// <summary>
    /// Whether the session was authenticated with MFA (<c>userIdentity.sessionContext.attributes.mfaAuthenticated</c>); null where the record
    /// does not say. False for monitor users says nothing about their sign-in: the service assumes the role for them.
    /// </summary>
    public bool? MfaAuthenticated { get; internal init; }

    /// <summary>When the temporary credentials were issued (<c>userIdentity.sessionContext.attributes.creationDate</c>), local time; null where the record does not say.</summary>
    public DateTime? SessionStart => SessionStartTime.Parse(CreationDate)?.ToLocalTime();

    /// <summary><see cref="SessionStart"/> as UTC text, <c>yyyy-MM-ddTHH:mm:ssZ</c>; null where the record does not say.</summary>
    public string? SessionStartUtc => Instant.Utc(SessionStartTime.Parse(CreationDate)?.Ticks);

    /// <summary>The AWS service that made the request (<c>userIdentity.invokedBy</c>); null where none did.</summary>
    public string? InvokedBy { get; internal init; }

    /// <summary>Whether the credentials were those of the root user or an IAM user (type <c>Root</c> or <c>IAMUser</c>).</summary>
    public bool UsedRootOrUserCredentials { get; internal init; }

    /// <summary>Whether the credentials were temporary ones of a role or a federated user (type <c>AssumedRole</c> or <c>FederatedUser</c>).</summary>
    public bool UsedTemporaryCredentials { get; internal init; }

    /// <summary>Whether another AWS service made the request, on its own account or on behalf of the actor (type <c>AWSService</c>, or <c>invokedBy</c>).</summary>
    public bool IsAwsService { get; internal init; }

    /// <summary>The text of <see cref="SessionStart"/>, read when asked for: few ask, and reading times is slow.</summary>
    internal string? CreationDate { get; init; }

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
