using System;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;

namespace DeadlineTrail.Testing.SignIn;

/// <summary>Temporary credentials that Deadline Cloud's credential service obtained.</summary>
internal sealed record Credentials(string EventId, string AccessKeyId, DateTime Since, DateTime Expires);

/// <summary>
/// <c>credentials.deadline.amazonaws.com</c>, which assumes the monitor, queue and fleet roles for those who may have
/// them. No such record is public; the form is that of other services' AssumeRole records, with the principal the service
/// roles' trust policies name.
/// </summary>
internal sealed class CredentialService(Recorder recorder, Dice dice)
{
    public const string Principal = "credentials.deadline.amazonaws.com";

    public Credentials Assume(Role role, string session, string region, DateTime now, TimeSpan life) =>
        Assume(Caller.Service(Principal), role, session, region, now, life);

    /// <summary>A role that somebody assumes with temporary credentials of their own, at STS itself.</summary>
    public Credentials Chain(Caller caller, Role role, string session, string region, DateTime now, TimeSpan life) =>
        Assume(caller, role, session, region, now, life);

    private Credentials Assume(Caller caller, Role role, string session, string region, DateTime now, TimeSpan life)
    {
        string key = dice.TemporaryKey();
        string eventId = dice.Uuid();
        DateTime expires = now + life;

        // The date's form is not JSON's: Java wrote it in one of two locales (both are in genuine logs).
        string expiry = dice.Chance(0.5)
            ? expires.ToString("MMM d, yyyy, h:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture)
            : expires.ToString("MMM d, yyyy h:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture);
        recorder.Record(new TrailRecord
        {
            Version = "1.08",
            IdentityJson = caller.IdentityJson,
            Time = now,
            Source = "sts.amazonaws.com",
            Name = "AssumeRole",
            Region = region,
            Account = role.Account,
            Address = caller.Address,
            Agent = caller.Agent,
            RequestJson = $$"""{"roleArn":"{{role.Arn}}","roleSessionName":"{{session}}","durationSeconds":{{(int)life.TotalSeconds}}}""",
            ResponseJson = $$$"""{"credentials":{"accessKeyId":"{{{key}}}","sessionToken":"{{{Sensitive.Marker}}}","expiration":"{{{expiry}}}"},"assumedRoleUser":{"assumedRoleId":"{{{role.Id}}}:{{{session}}}","arn":"{{{role.SessionArn(session)}}}"}}""",
            RequestId = dice.Uuid(),
            EventId = eventId,
            ReadOnly = true,
            ResourcesJson = $$"""[{"accountId":"{{role.Account}}","type":"AWS::IAM::Role","ARN":"{{role.Arn}}"}]""",
            SharedEventId = dice.Uuid(),
        });
        return new Credentials(eventId, key, now, expires);
    }
}
