using System;
using System.Collections.Generic;

namespace DeadlineTrail;

/// <summary>
/// One session of a person: the sign-in through IAM Identity Center, the credentials of the Deadline Cloud monitor that were
/// given for it, and the calls made with them. Also a sign-in that failed, and credentials without a sign-in in sight.
/// </summary>
/// <remarks>
/// No record of AWS names a session: it is put together, by rules that docs/sign-ins.md states with their certainty.
/// <see cref="SignInMatch"/>, <see cref="CallMatch"/> and <see cref="NameMatch"/> say by what this one was.
/// </remarks>
public sealed partial class SignIn
{
    internal SignIn()
    {
    }

    /// <summary>Gets the user's ID in IAM Identity Center (<c>onBehalfOf.userId</c>, else the ID in the role session name);
    /// null where no record says it.</summary>
    public string? UserId { get; internal init; }

    /// <summary>Gets the user's name (<c>additionalEventData.UserName</c>, in old records <c>userIdentity.userName</c>); null
    /// where AWS hides it or no record has it. See <see cref="NameMatch"/>.</summary>
    public string? UserName { get; internal init; }

    /// <summary>Gets the identity store (<c>onBehalfOf.identityStoreArn</c>, the end of it); null where no record says it.</summary>
    public string? IdentityStoreId { get; internal init; }

    /// <summary>Gets <c>Success</c>, <c>Failure</c>, or <c>NotSeen</c>: credentials were given and no sign-in is in sight.</summary>
    public string Outcome { get; internal init; } = string.Empty;

    /// <summary>Gets when the user signed in, or failed to (the last attempt of the workflow), as local time; null when that
    /// was not seen.</summary>
    public DateTime? SignInTime => Instant.Local(SignInTicks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? SignInTimeUtc => Instant.Utc(SignInTicks);

    /// <summary>Gets from where the user signed in (<c>sourceIPAddress</c>); for a session without sign-in the address of its
    /// first call; null where neither was seen.</summary>
    public string? SourceIPAddress { get; internal init; }

    /// <summary>Gets the program the user signed in with, such as a browser; null when the sign-in was not seen.</summary>
    public string? ClientName { get; internal init; }

    /// <summary>Gets what that program said of itself (<c>userAgent</c>).</summary>
    public string? UserAgent { get; internal init; }

    /// <summary>Gets how the user authenticated, as in the record: <c>PASSWORD</c>, <c>PASSWORD,TOTP</c>, <c>EXTERNAL_IDP</c>;
    /// null when the sign-in was not seen. With the factors of the same workflow (<c>AuthWorkflowID</c>).</summary>
    public string? CredentialType => CredentialTypes.Count == 0 ? null : string.Join(",", CredentialTypes);

    /// <summary>Gets the parts of <see cref="CredentialType"/>.</summary>
    public IReadOnlyList<string> CredentialTypes { get; internal init; } = Array.Empty<string>();

    /// <summary>Gets whether a second factor was used; null when no record can tell: the sign-in was not seen or failed, or an
    /// external identity provider saw to it.</summary>
    public bool? MfaUsed { get; internal init; }

    /// <summary>Gets how many verifications failed: of this workflow, and of this user since their previous success within the
    /// session limit. For a failed sign-in, those of its workflow.</summary>
    public int FailureCount { get; internal init; }

    /// <summary>Gets where the user wanted to go (<c>additionalEventData.LoginTo</c>).</summary>
    public string? LoginTo { get; internal init; }

    /// <summary>Gets a value indicating whether anything ties it to Deadline Cloud: a grant, a LoginTo that is a monitor's; of
    /// failures, that LoginTo is not another application's.</summary>
    public bool IsLinked { get; internal init; }

    /// <summary>Gets the workflow that ties the events of the sign-in together (<c>additionalEventData.AuthWorkflowID</c>).</summary>
    public string? AuthWorkflowId { get; internal init; }

    /// <summary>Gets the event of the sign-in (<c>UserAuthentication</c>; of a failure the last
    /// <c>CredentialVerification</c>); null when it was not seen.</summary>
    public string? SignInEventId { get; internal init; }

    /// <summary>Gets the account of the IAM Identity Center instance, as the sign-in's record has it.</summary>
    public string? SignInAccountId { get; internal init; }

    /// <summary>Gets the Region of the IAM Identity Center instance, as the sign-in's record has it.</summary>
    public string? SignInRegion { get; internal init; }

    /// <summary>Gets when the session began: the sign-in or, if that is earlier, the first grant; of a failure the first
    /// attempt. Local time.</summary>
    public DateTime StartTime => Instant.Local(StartTicks);

    /// <summary>Gets the same instant in UTC.</summary>
    public string StartTimeUtc => Instant.Utc(StartTicks);

    /// <summary>Gets when it was over: the later of the last grant's expiry and the last call, as local time; null if that is
    /// after the range of the query, or the session has no grant.</summary>
    public DateTime? EndTime => Instant.Local(EndTicks);

    /// <summary>Gets the same instant in UTC.</summary>
    public string? EndTimeUtc => Instant.Utc(EndTicks);

    /// <summary>Gets what a reviewer should look at; empty where nothing is.</summary>
    public FindingCollection Findings { get; internal init; } = new([]);

    /// <summary>Gets by what the sign-in and the grants were joined: <c>UserId</c>, or <c>UserName</c> when the sign-in's
    /// record has no ID and another record has this name with the ID; null where there is nothing to join.</summary>
    public string? SignInMatch { get; internal init; }

    /// <summary>Gets by what the calls were joined: <c>AccessKey</c> (exact), <c>SessionName</c> (inferred from user, role and
    /// time), or both; null where there are no calls.</summary>
    public string? CallMatch { get; internal init; }

    /// <summary>Gets where the name is from: <c>SignIn</c>, the sign-in's own record, or <c>OtherSignIn</c>, another record
    /// with the same ID; null where there is no name.</summary>
    public string? NameMatch { get; internal init; }

    internal long? SignInTicks { get; init; }

    internal long StartTicks { get; init; }

    internal long? EndTicks { get; init; }

    /// <summary>Gives start, user and outcome.</summary>
    public override string ToString() => $"{StartTimeUtc} {UserName ?? UserId ?? "unknown"} {Outcome}";
}
