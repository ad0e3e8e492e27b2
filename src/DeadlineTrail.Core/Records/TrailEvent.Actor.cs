using DeadlineTrail.Deadline.Actors;
using DeadlineTrail.Parsing;

namespace DeadlineTrail;

/// <content>Who called, and with what program.</content>
public sealed partial class TrailEvent
{
    /// <summary>Gets who made the call, in full (<c>userIdentity</c>).</summary>
    public Actor Actor => ActorReader.Read(Json(RecordField.UserIdentity), ActorContext);

    /// <summary>Gets what program made the call, in full (<c>userAgent</c>).</summary>
    public Client Client
    {
        get
        {
            ActorReader.Read(Json(RecordField.UserIdentity), ActorContext, out var client);
            return client;
        }
    }

    /// <summary>Gets the caller's name for people to read. See <see cref="Actor.Name"/>.</summary>
    public string ActorName => Actor.Name;

    /// <summary>Gets what the caller is, one of <see cref="ActorKinds"/>. See <see cref="Actor.Kind"/>.</summary>
    public string ActorKind => Actor.Kind;

    /// <summary>Gets the caller's ARN (<c>userIdentity.arn</c>).</summary>
    public string? ActorArn => Actor.Arn;

    /// <summary>Gets the IAM Identity Center user's identifier. See <see cref="Actor.UserId"/>.</summary>
    public string? UserId => Actor.UserId;

    /// <summary>Gets the user's name (<c>userIdentity.userName</c>). See <see cref="Actor.UserName"/>.</summary>
    public string? UserName => Actor.UserName;

    /// <summary>Gets the access key the request was signed with (<c>userIdentity.accessKeyId</c>).</summary>
    public string? AccessKeyId => Actor.AccessKeyId;

    /// <summary>Gets the name of the role that was assumed. See <see cref="Actor.RoleName"/>.</summary>
    public string? RoleName => Actor.RoleName;

    /// <summary>Gets the name of the role session. See <see cref="Actor.RoleSessionName"/>.</summary>
    public string? RoleSessionName => Actor.RoleSessionName;

    /// <summary>Gets the AWS service that made the call for the caller (<c>userIdentity.invokedBy</c>).</summary>
    public string? InvokedBy => Actor.InvokedBy;

    /// <summary>Gets whether the session was opened with a second factor. See <see cref="Actor.MfaAuthenticated"/>.</summary>
    public bool? MfaAuthenticated => Actor.MfaAuthenticated;

    /// <summary>Gets the program's name for people to read. See <see cref="Client.Name"/>.</summary>
    public string ClientName => Client.Name;

    /// <summary>Gets what the program is, one of <see cref="ClientKinds"/>. See <see cref="Client.Kind"/>.</summary>
    public string ClientKind => Client.Kind;

    /// <summary>Gets the program's version. See <see cref="Client.Version"/>.</summary>
    public string? ClientVersion => Client.Version;

    /// <summary>Gets the command the program was carrying out, where it says. See <see cref="Client.Command"/>.</summary>
    public string? ClientCommand => Client.Command;

    private ActorContext ActorContext => new(
        EventSource, EventName, SourceIPAddress, UserAgent, Flag(RecordField.SessionCredentialFromConsole) == true);
}
