using System;
using System.Collections.Generic;

namespace DeadlineTrail;

/// <content>The credentials of the session and what was done with them.</content>
public sealed partial class SignIn
{
    /// <summary>Gets the credentials that were given, oldest first.</summary>
    public IReadOnlyList<CredentialGrant> Grants { get; internal init; } = Array.Empty<CredentialGrant>();

    /// <summary>Gets how often credentials were given.</summary>
    public int GrantCount => Grants.Count;

    /// <summary>Gets when they were given first, as local time; null when never.</summary>
    public DateTime? FirstGrantTime => Grants.Count == 0 ? null : Grants[0].GrantTime;

    /// <summary>Gets the same instant in UTC.</summary>
    public string? FirstGrantTimeUtc => Grants.Count == 0 ? null : Grants[0].GrantTimeUtc;

    /// <summary>Gets when they were given last, as local time; null when never.</summary>
    public DateTime? LastGrantTime => Grants.Count == 0 ? null : Grants[Grants.Count - 1].GrantTime;

    /// <summary>Gets the same instant in UTC.</summary>
    public string? LastGrantTimeUtc => Grants.Count == 0 ? null : Grants[Grants.Count - 1].GrantTimeUtc;

    /// <summary>Gets the monitor's role; of several monitors the first that was used.</summary>
    public string? RoleArn => Grants.Count == 0 ? null : Grants[0].RoleArn;

    /// <summary>Gets the name of that role, without its path.</summary>
    public string? RoleName => RoleArn is { } arn ? arn.Substring(arn.LastIndexOf('/') + 1) : null;

    /// <summary>Gets the role session name, which has the user's ID inside.</summary>
    public string? RoleSessionName => Grants.Count == 0 ? null : Grants[0].RoleSessionName;

    /// <summary>Gets the account of the first grant, normally the farm's; without grants that of the sign-in.</summary>
    public string? AccountId => Grants.Count == 0 ? SignInAccountId : Grants[0].AccountId;

    /// <summary>Gets the Region of the first grant, normally the farm's; without grants that of the sign-in.</summary>
    public string? Region => Grants.Count == 0 ? SignInRegion : Grants[0].Region;

    /// <summary>Gets the access keys of the grants and, of role chains, the keys obtained with them.</summary>
    public IReadOnlyList<string> AccessKeyId { get; internal init; } = Array.Empty<string>();

    /// <summary>Gets how many calls of Deadline Cloud were made with them.</summary>
    public long CallCount { get; internal init; }

    /// <summary>Gets how many of the calls did not work, the denied ones among them.</summary>
    public long FailedCount { get; internal init; }

    /// <summary>Gets how many of the calls were refused for want of permission.</summary>
    public long DeniedCount { get; internal init; }

    /// <summary>Gets how many of the calls read.</summary>
    public long ReadCount { get; internal init; }

    /// <summary>Gets how many of the calls write.</summary>
    public long WriteCount { get; internal init; }

    /// <summary>Gets the time of the first call, as local time; null when there was none.</summary>
    public DateTime? FirstCallTime => Instant.Local(FirstCallTicks);

    /// <summary>Gets the same instant in UTC.</summary>
    public string? FirstCallTimeUtc => Instant.Utc(FirstCallTicks);

    /// <summary>Gets the time of the last call, as local time; null when there was none.</summary>
    public DateTime? LastCallTime => Instant.Local(LastCallTicks);

    /// <summary>Gets the same instant in UTC.</summary>
    public string? LastCallTimeUtc => Instant.Utc(LastCallTicks);

    /// <summary>Gets from where the calls came, at most 64 addresses; <see cref="AddressesAreComplete"/> says whether that is all.</summary>
    public IReadOnlyList<string> CallAddresses { get; internal init; } = Array.Empty<string>();

    /// <summary>Gets a value indicating whether <see cref="CallAddresses"/> and <see cref="CallClients"/> are complete. Of a
    /// session with more than 64, only some are kept, and findings about addresses rest on those.</summary>
    public bool AddressesAreComplete { get; internal init; } = true;

    /// <summary>Gets the programs that made the calls, at most 64.</summary>
    public IReadOnlyList<string> CallClients { get; internal init; } = Array.Empty<string>();

    /// <summary>
    /// Gets the calls themselves, oldest first; null unless they were asked for (<c>-IncludeActivity</c>). They are read anew
    /// from their files, or the objects of a bucket, each time they are enumerated; what is no longer readable is an error
    /// then, behind what could be read. Calls from Event history or the pipeline are held, up to 100,000 over all sessions.
    /// </summary>
    public IEnumerable<TrailEvent>? Calls { get; internal init; }

    internal long? FirstCallTicks { get; init; }

    internal long? LastCallTicks { get; init; }
}
