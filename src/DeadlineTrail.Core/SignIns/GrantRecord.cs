using System;
using System.Globalization;
using DeadlineTrail.Deadline.Actors;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Credentials given by Deadline Cloud's credential service. "Service roles": the monitor role trusts
/// <c>credentials.deadline.amazonaws.com</c> with <c>sts:AssumeRole</c>, so the caller is that service; no such record is
/// public, and the form is inferred from other services'. That the user's ID is inside the session name says AWS's older
/// page on logging.
/// </summary>
internal sealed class GrantRecord
{
    /// <summary>How long the monitor's credentials last, where the record does not say: a comment in the deadline client's
    /// <c>_session.py</c>.</summary>
    internal static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(15);

    private GrantRecord(string roleArn, string sessionName, string userId)
    {
        RoleArn = roleArn;
        SessionName = sessionName;
        UserId = userId;
    }

    internal long Ticks { get; private init; }

    internal string? EventId { get; private init; }

    internal string? SharedEventId { get; private init; }

    internal string RoleArn { get; }

    internal string SessionName { get; }

    internal string UserId { get; }

    internal string? AccessKeyId { get; private init; }

    internal string? AccountId { get; private init; }

    internal string? Region { get; private init; }

    internal long ExpiresTicks { get; private init; }

    internal bool ExpiryIsInferred { get; private init; }

    /// <summary>Gets or sets a value indicating whether it meets what was asked of one event of the session.</summary>
    internal bool IsWanted { get; set; }

    /// <summary>Reads an AssumeRole; null when it is not one of Deadline Cloud's for somebody with an ID.</summary>
    internal static GrantRecord? TryRead(TrailEvent assumeRole)
    {
        if (!IsDeadline(assumeRole.InvokedBy) || !assumeRole.Succeeded)
        {
            return null;
        }

        var request = assumeRole.RequestParameters as RecordObject;
        var session = request?["roleSessionName"] as string;
        var role = AssumedRole.RoleArn(assumeRole, request);
        if (session is null || role is null || IdentityCenterUserId.FindIn(session) is not { } userId)
        {
            return null;
        }

        var credentials = AssumedRole.Credentials(assumeRole);
        var expires = ExpirationText.Parse(credentials?["expiration"] as string) ?? assumeRole.Ticks + Seconds(request?["durationSeconds"]);
        return new GrantRecord(role, session, userId)
        {
            Ticks = assumeRole.Ticks,
            EventId = assumeRole.EventId,
            SharedEventId = assumeRole.Text(RecordField.SharedEventID) is { Length: > 0 } shared ? shared : null,
            AccessKeyId = AssumedRole.AccessKeyId(credentials),
            AccountId = assumeRole.AccountId,
            Region = assumeRole.Region,
            ExpiresTicks = expires ?? assumeRole.Ticks + UsualLife.Ticks,
            ExpiryIsInferred = expires is null,
        };
    }

    /// <summary>Whether it is the service that gives credentials of Deadline Cloud's roles.</summary>
    internal static bool IsDeadline(string? service) =>
        service is "credentials.deadline.amazonaws.com" or "deadline.amazonaws.com";

    private static long? Seconds(object? duration) => duration switch
    {
        long seconds when seconds is > 0 and <= 43_200 => seconds * TimeSpan.TicksPerSecond,
        string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => Seconds(seconds),
        _ => null,
    };
}
