using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.SignIns;

/// <summary>
/// What counts of an event of IAM Identity Center's sign-in, in any of its shapes. "Understanding IAM Identity Center
/// sign-in events", https://docs.aws.amazon.com/singlesignon/latest/userguide/understanding-sign-in-events.html.
/// </summary>
internal sealed class SignInRecord
{
    internal const string Authentication = "UserAuthentication";
    internal const string Verification = "CredentialVerification";
    internal const string Challenge = "CredentialChallenge";

    private SignInRecord(TrailEvent trailEvent)
    {
        var actor = trailEvent.Actor;
        var more = trailEvent.AdditionalEventData as RecordObject;
        Ticks = trailEvent.Ticks;
        EventId = trailEvent.EventId;
        Name = trailEvent.EventName;
        Account = actor.AccountId ?? trailEvent.AccountId;
        Region = trailEvent.Region;
        Address = trailEvent.SourceIPAddress;
        UserAgent = trailEvent.UserAgent;
        ClientName = trailEvent.Client is { UserAgent: not null } client ? client.Name : null;
        UserId = actor.UserId;
        UserName = Shown(more?["UserName"] as string) ?? Shown(actor.UserName);
        IdentityStoreId = actor.IdentityStoreId;
        Workflow = more?["AuthWorkflowID"] as string;
        LoginTo = more?["LoginTo"] as string;
        Target = LoginTarget.Of(LoginTo);
        CredentialTypes = (more?["CredentialType"] as string ?? string.Empty)
            .Split(',').Select(static type => type.Trim()).Where(static type => type.Length > 0).ToArray();
        Amends = (trailEvent.Addendum as RecordObject)?["originalEventID"] as string;

        // The result is in serviceEventDetails under the event's own name; responseElements is null.
        Result = (trailEvent.ServiceEventDetails as RecordObject)?[Name] as string;
    }

    internal long Ticks { get; }

    internal string? EventId { get; }

    internal string Name { get; }

    /// <summary>Gets the account of the Identity Center instance.</summary>
    internal string? Account { get; }

    internal string? Region { get; }

    internal string? Address { get; }

    internal string? UserAgent { get; }

    internal string? ClientName { get; }

    internal string? UserId { get; }

    internal string? UserName { get; }

    internal string? IdentityStoreId { get; }

    internal string? Workflow { get; }

    internal string? LoginTo { get; }

    internal LoginTarget Target { get; }

    internal IReadOnlyList<string> CredentialTypes { get; }

    /// <summary>Gets the event that this one is a corrected version of, or null.</summary>
    internal string? Amends { get; }

    internal string? Result { get; }

    /// <summary>Gets or sets a value indicating whether it meets what was asked of one event of the session.</summary>
    internal bool IsWanted { get; set; }

    internal bool Succeeded => string.Equals(Result, "Success", StringComparison.OrdinalIgnoreCase);

    internal bool Failed => string.Equals(Result, "Failure", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an event of the sign-in service; null when it is another kind of sign-in, such as to the console.</summary>
    internal static SignInRecord? TryRead(TrailEvent trailEvent) =>
        trailEvent.EventName is Authentication or Verification or Challenge ? new SignInRecord(trailEvent) : null;

    // After a wrong name AWS hides what was typed: it could be a password.
    private static string? Shown(string? name) =>
        string.IsNullOrEmpty(name) || HiddenValue.Is(Encoding.UTF8.GetBytes(name)) ? null : name;
}
