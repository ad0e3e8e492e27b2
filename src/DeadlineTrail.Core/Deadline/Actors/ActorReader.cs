using System;
using DeadlineTrail.Deadline.Clients;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>From the bytes of a record's <c>userIdentity</c> to who called, and with what.</summary>
internal static class ActorReader
{
    /// <summary>Reads the actor. Never throws: damage gives <see cref="ActorKinds.Unknown"/>.</summary>
    public static Actor Read(ReadOnlySpan<byte> userIdentity, in ActorContext context) =>
        Read(UserIdentity.Read(userIdentity), context);

    /// <summary>Reads the actor and the client together: each helps to recognise the other.</summary>
    public static Actor Read(ReadOnlySpan<byte> userIdentity, in ActorContext context, out Client client)
    {
        UserIdentity identity = UserIdentity.Read(userIdentity);
        Actor actor = Read(identity, context);
        client = MonitorInBrowser.Of(ReadClient(identity, context), actor.Kind);
        return actor;
    }

    private static Client ReadClient(UserIdentity identity, in ActorContext context) =>
        UserAgentReader.Read(context.UserAgent, context.SourceIPAddress, identity.InvokedBy, context.SessionCredentialFromConsole);

    // Most user agents need not be taken apart to know that no worker agent sent them.
    private static bool IsWorkerAgent(UserIdentity identity, in ActorContext context) =>
        context.UserAgent?.IndexOf("deadline_worker_agent", StringComparison.OrdinalIgnoreCase) >= 0
        && ReadClient(identity, context).Kind == ClientKinds.WorkerAgent;

    private static Actor Read(UserIdentity identity, in ActorContext context)
    {
        RoleSession session = RoleSession.Of(identity);
        string? userId = identity.OnBehalfOfUserId ?? IdentityCenterUserId.FindIn(session.SessionName);
        (string kind, string? basis) = ActorRecognition.Recognise(identity, session, userId, context, IsWorkerAgent(identity, context));
        return new Actor(ActorNaming.Name(kind, identity, session, userId, context), kind)
        {
            KindBasis = basis,
            IdentityType = identity.Type,
            Arn = identity.Arn,
            AccountId = identity.AccountId,
            AccessKeyId = identity.AccessKeyId,
            PrincipalId = identity.PrincipalId,
            UserId = userId,
            UserName = identity.UserName,
            IdentityStoreArn = identity.IdentityStoreArn,
            IdentityStoreId = RoleSession.LastPart(identity.IdentityStoreArn),
            RoleName = session.RoleName,
            RoleArn = identity.IssuerArn is not null && session.RoleName is not null ? identity.IssuerArn : null,
            RoleSessionName = session.SessionName,
            SourceIdentity = identity.SourceIdentity,
            MfaAuthenticated = identity.MfaAuthenticated,
            CreationDate = identity.CreationDate,
            InvokedBy = identity.InvokedBy,
            UsedRootOrUserCredentials = ActorTypes.Is(identity.Type, ActorTypes.Root) || ActorTypes.Is(identity.Type, ActorTypes.IamUser),
            UsedTemporaryCredentials = ActorTypes.Is(identity.Type, ActorTypes.AssumedRole) || ActorTypes.Is(identity.Type, ActorTypes.FederatedUser),
            IsAwsService = identity.InvokedBy is not null || ActorTypes.Is(identity.Type, ActorTypes.AwsService),
        };
    }
}
