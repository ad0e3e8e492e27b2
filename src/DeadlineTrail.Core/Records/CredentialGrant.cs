using System;
using DeadlineTrail.SignIns;

namespace DeadlineTrail;

/// <summary>
/// Credentials that Deadline Cloud's credential service obtained for a user: an <c>AssumeRole</c> of
/// <c>sts.amazonaws.com</c>. They last about 15 minutes and are renewed while somebody needs them, so a session has many.
/// </summary>
public sealed class CredentialGrant
{
    private readonly GrantRecord _record;

    internal CredentialGrant(GrantRecord record) => _record = record;

    /// <summary>Gets when they were given, as local time (<c>eventTime</c>).</summary>
    public DateTime GrantTime => Instant.Local(_record.Ticks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string GrantTimeUtc => Instant.Utc(_record.Ticks);

    /// <summary>Gets until when they are good, as local time (<c>responseElements.credentials.expiration</c>, else
    /// <c>requestParameters.durationSeconds</c>, else, inferred, 15 minutes).</summary>
    public DateTime Expires => Instant.Local(_record.ExpiresTicks);

    /// <summary>Gets the same instant in UTC.</summary>
    public string ExpiresUtc => Instant.Utc(_record.ExpiresTicks);

    /// <summary>Gets a value indicating whether the record does not say until when they are good, and 15 minutes were taken.</summary>
    public bool ExpiryIsInferred => _record.ExpiryIsInferred;

    /// <summary>Gets the access key (<c>responseElements.credentials.accessKeyId</c>); null where the record hides it.</summary>
    public string? AccessKeyId => _record.AccessKeyId;

    /// <summary>Gets the role (<c>requestParameters.roleArn</c>).</summary>
    public string RoleArn => _record.RoleArn;

    /// <summary>Gets the role session name (<c>requestParameters.roleSessionName</c>), which has the user's ID inside.</summary>
    public string RoleSessionName => _record.SessionName;

    /// <summary>Gets the account the event was delivered to.</summary>
    public string? AccountId => _record.AccountId;

    /// <summary>Gets the Region of the STS endpoint that was asked (<c>awsRegion</c>).</summary>
    public string? Region => _record.Region;

    /// <summary>Gets the event's identifier.</summary>
    public string? EventId => _record.EventId;

    /// <summary>Gives time and access key.</summary>
    public override string ToString() => AccessKeyId is null ? GrantTimeUtc : GrantTimeUtc + " " + AccessKeyId;
}
