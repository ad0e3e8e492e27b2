using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing;

/// <summary>One sign-in to the monitor, the credentials granted under it, and what was called with them.</summary>
public sealed class SignInSession
{
    internal SignInSession()
    {
    }

    public required string UserName { get; init; }

    /// <summary>The user's id in IAM Identity Center, which is in the role session name of every grant.</summary>
    public required string UserId { get; init; }

    public required string MonitorRoleArn { get; init; }

    public required string SourceIPAddress { get; init; }

    /// <summary>PASSWORD, "PASSWORD,TOTP", EXTERNAL_IDP, ...; null where no sign-in is in the trail.</summary>
    public string? CredentialType { get; init; }

    /// <summary>The UserAuthentication record; null when the session began with an earlier sign-in to something else.</summary>
    public string? SignInEventId { get; init; }

    public DateTime? SignInTime { get; init; }

    /// <summary>Whether a second factor was verified.</summary>
    public bool Mfa { get; init; }

    /// <summary>The AssumeRole records, oldest first.</summary>
    public IList<Grant> Grants { get; } = [];

    /// <summary>The keys of other roles that were assumed with the grants' keys, and with theirs, oldest first.</summary>
    public IList<string> ChainedKeys { get; } = [];

    /// <summary>Event ids of the Deadline Cloud calls made with the grants or with chained keys, oldest first.</summary>
    public IList<string> Calls { get; } = [];
}

/// <summary>One AssumeRole record by which Deadline Cloud's credential service gave a user the monitor role.</summary>
public sealed record Grant(string EventId, DateTime Time, string AccessKeyId, DateTime Expires, string RoleSessionName);

/// <summary>A sign-in that did not succeed: a CredentialVerification record with Failure.</summary>
public sealed record FailedSignIn(string EventId, DateTime Time, string? UserName, string AuthWorkflowId, string SourceIPAddress);
