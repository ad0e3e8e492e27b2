using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Formats;

/// <summary>
/// What the views of a sign-in show. Called by the format system through the CodeProperty members of
/// <c>SignIn.Types.ps1xml</c>; nothing from a log reaches the terminal as it is.
/// </summary>
public static class SignInDisplay
{
    private const string TimeForm = "yyyy-MM-dd HH:mm:ss zzz";

    /// <summary>Who: the name, else the ID.</summary>
    public static string User(PSObject instance) => Show(instance, static s => s.UserName ?? s.UserId ?? "(unknown)");

    /// <summary>How: the factors.</summary>
    public static string How(PSObject instance) => Show(instance, static s => string.Join("+", s.CredentialTypes));

    /// <summary>From where.</summary>
    public static string Address(PSObject instance) => Show(instance, static s => s.SourceIPAddress);

    /// <summary>What to look at.</summary>
    public static string Look(PSObject instance) => Show(instance, static s => s.Findings.ToString());

    /// <summary>Name and ID.</summary>
    public static string UserDetail(PSObject instance) => Show(instance, static s => Join(
        s.UserName is null ? null : s.NameMatch == "OtherSignIn" ? s.UserName + " (the name is from another sign-in)" : s.UserName,
        s.UserId,
        s.IdentityStoreId is { } store ? "identity store " + store : null));

    /// <summary>Outcome, and failures before it.</summary>
    public static string OutcomeDetail(PSObject instance) => Show(instance, static s => Join(
        s.Outcome,
        s.FailureCount > 0 ? Count(s.FailureCount, "failed verification") : null,
        s.IsLinked ? null : "nothing ties it to Deadline Cloud"));

    /// <summary>When the user signed in.</summary>
    public static string SignedIn(PSObject instance) => Show(instance, static s => Time(s.SignInTime, s.SignInTimeUtc));

    /// <summary>When the session began.</summary>
    public static string Began(PSObject instance) => Show(instance, static s => Time(s.StartTime, s.StartTimeUtc));

    /// <summary>When it was over.</summary>
    public static string Ended(PSObject instance) => Show(instance, static s => s.EndTime is null ? "not known" : Time(s.EndTime, s.EndTimeUtc));

    /// <summary>Factors and second factor.</summary>
    public static string HowDetail(PSObject instance) => Show(instance, static s => Join(
        s.CredentialType,
        s.MfaUsed is { } used ? (used ? "with a second factor" : "without a second factor") : s.Outcome == "Success" ? "second factor not known" : null));

    /// <summary>The program.</summary>
    public static string ClientDetail(PSObject instance) => Show(instance, static s => Join(s.ClientName, s.UserAgent));

    /// <summary>Where the user wanted to go.</summary>
    public static string Target(PSObject instance) => Show(instance, static s => s.LoginTo);

    /// <summary>Account and Region of the sign-in.</summary>
    public static string SignInPlace(PSObject instance) => Show(instance, static s => Join(s.SignInAccountId, s.SignInRegion));

    /// <summary>Account and Region of the credentials.</summary>
    public static string GrantPlace(PSObject instance) => Show(instance, static s => s.GrantCount == 0 ? null : Join(s.AccountId, s.Region));

    /// <summary>The credentials.</summary>
    public static string Grants(PSObject instance) => Show(instance, static s => s.GrantCount == 0 ? "none" : Join(
        s.GrantCount.ToString(CultureInfo.InvariantCulture),
        s.FirstGrantTimeUtc + (s.GrantCount > 1 ? " to " + s.LastGrantTimeUtc : string.Empty),
        s.RoleArn,
        s.RoleSessionName));

    /// <summary>The calls.</summary>
    public static string Calls(PSObject instance) => Show(instance, static s => s.CallCount == 0 ? "none" : Join(
        s.CallCount.ToString(CultureInfo.InvariantCulture),
        s.ReadCount + " read",
        s.WriteCount + " write",
        s.FailedCount > 0 ? s.FailedCount + " failed" : null,
        s.DeniedCount > 0 ? s.DeniedCount + " denied" : null,
        s.FirstCallTimeUtc + " to " + s.LastCallTimeUtc));

    /// <summary>From where and with what the calls came.</summary>
    public static string CallsFrom(PSObject instance) => Show(instance, static s => s.CallCount == 0 ? null
        : string.Join(", ", s.CallAddresses) + " with " + string.Join(", ", s.CallClients) + (s.AddressesAreComplete ? string.Empty : " and more"));

    /// <summary>By what the parts were joined.</summary>
    public static string Match(PSObject instance) => Show(instance, static s => Join(
        s.SignInMatch is { } signIn ? "sign-in and grants by " + signIn + (signIn == "UserName" ? " (inferred)" : string.Empty) : null,
        s.CallMatch is { } calls ? "calls by " + calls + (calls != "AccessKey" ? " (by name: inferred)" : string.Empty) : null));

    /// <summary>The findings with their facts.</summary>
    public static string Findings(PSObject instance) => Show(instance, static s => s.Findings.Count == 0 ? "none" : string.Join(" ", s.Findings.Select(static finding => finding.Name + ": " + finding.Message)));

    /// <summary>The sign-in's event.</summary>
    public static string EventId(PSObject instance) => Show(instance, static s => s.SignInEventId);

    private static string Show(PSObject instance, Func<SignIn, string?> what) =>
        instance?.BaseObject is SignIn signIn ? TerminalText.Safe(what(signIn)) : string.Empty;

    private static string? Time(DateTime? local, string? utc) =>
        local is { } known ? new DateTimeOffset(known).ToString(TimeForm, CultureInfo.InvariantCulture) + "  (" + utc + ")" : null;

    private static string Count(int count, string what) => count.ToString(CultureInfo.InvariantCulture) + " " + what + (count == 1 ? string.Empty : "s");

    private static string Join(params string?[] parts) => string.Join(", ", (IEnumerable<string?>)parts.Where(static part => !string.IsNullOrEmpty(part)));
}
