using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>What <see cref="Actor.Kind"/> can say: the identity CloudTrail vouches for, in the words of a render farm.</summary>
/// <remarks>
/// Kinds that follow from <c>userIdentity.type</c> or another field written by AWS are certain. Kinds marked "inferred" rest on names
/// (of a role, of a role session) or on the user agent; <see cref="Actor.KindBasis"/> says on which, and is null when nothing was inferred.
/// </remarks>
public static class ActorKinds
{
    /// <summary>Inferred. A person signed in to Deadline Cloud monitor; also their submitters and deadline CLI, which borrow the monitor's credentials.</summary>
    public const string MonitorUser = "MonitorUser";

    /// <summary>Inferred. A worker agent with the credentials of its fleet.</summary>
    public const string Worker = "Worker";

    /// <summary>Inferred. A worker agent with the role of its host, as used to register the worker.</summary>
    public const string WorkerHost = "WorkerHost";

    /// <summary>Inferred. Credentials of a queue role: a worker running a job, or a person who took them to submit or download.</summary>
    public const string QueueRole = "QueueRole";

    /// <summary>Inferred. Credentials of a fleet role whose holder the record does not tell: a worker, or a person reading its logs.</summary>
    public const string FleetRole = "FleetRole";

    /// <summary>A person in the AWS Management Console (<c>sessionCredentialFromConsole</c>), whatever role or IAM user they use. Root stays <see cref="Root"/>.</summary>
    public const string ConsoleUser = "ConsoleUser";

    /// <summary>The root user of an account (<c>Root</c>).</summary>
    public const string Root = "Root";

    /// <summary>An IAM user (<c>IAMUser</c>).</summary>
    public const string IamUser = "IamUser";

    /// <summary>
    /// A person of IAM Identity Center: <c>IdentityCenterUser</c>, or on behalf of one (<c>onBehalfOf</c>); inferred where a role named
    /// <c>AWSReservedSSO_…</c> tells it.
    /// </summary>
    public const string IdentityCenterUser = "IdentityCenterUser";

    /// <summary>A role, of which no more is known (<c>AssumedRole</c>, <c>Role</c>).</summary>
    public const string Role = "Role";

    /// <summary>A federated user (<c>FederatedUser</c>, by GetFederationToken).</summary>
    public const string FederatedUser = "FederatedUser";

    /// <summary>A user of a SAML identity provider (<c>SAMLUser</c>).</summary>
    public const string SamlUser = "SamlUser";

    /// <summary>A user of a web identity provider (<c>WebIdentityUser</c>).</summary>
    public const string WebIdentityUser = "WebIdentityUser";

    /// <summary>A user of a directory service (<c>Directory</c>).</summary>
    public const string Directory = "Directory";

    /// <summary>Another AWS account (<c>AWSAccount</c>).</summary>
    public const string AwsAccount = "AwsAccount";

    /// <summary>An AWS service on its own account (<c>AWSService</c>, or no type and <c>invokedBy</c>), also by a service-linked role.</summary>
    public const string Service = "Service";

    /// <summary>Nobody: the request carried no credentials.</summary>
    public const string Anonymous = "Anonymous";

    /// <summary>The record does not tell: <c>Unknown</c>, no <c>userIdentity</c>, a damaged one, or a type this version does not know.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Every kind with a sentence of what it is, in the order of this page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new(MonitorUser, "A person through Deadline Cloud monitor or its credentials (inferred)."),
        new(Worker, "A worker agent with its fleet's credentials (inferred)."),
        new(WorkerHost, "A worker agent with the role of its host (inferred)."),
        new(QueueRole, "Credentials of a queue role: a running job or a person (inferred)."),
        new(FleetRole, "Credentials of a fleet role, holder unknown (inferred)."),
        new(ConsoleUser, "A person in the AWS Management Console."),
        new(Root, "The root user of an account."),
        new(IamUser, "An IAM user."),
        new(IdentityCenterUser, "A person of IAM Identity Center outside the monitor."),
        new(Role, "A role of which no more is known."),
        new(FederatedUser, "A federated user."),
        new(SamlUser, "A user of a SAML identity provider."),
        new(WebIdentityUser, "A user of a web identity provider."),
        new(Directory, "A user of a directory service."),
        new(AwsAccount, "Another AWS account."),
        new(Service, "An AWS service."),
        new(Anonymous, "Nobody: no credentials."),
        new(Unknown, "The record does not tell."),
    ];
}
