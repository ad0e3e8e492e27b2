using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.SignIns;

/// <summary>Makes what users see of a session that is put together.</summary>
internal sealed class SignInMaker(SignInCollector evidence, SessionCalls.Reader? read)
{
    // What the provider asked for is its own affair, and in no record of AWS's.
    private const string ExternalProvider = "EXTERNAL_IDP";

    internal SignIn Make(SessionDraft session)
    {
        var record = session.SignIn ?? session.Failure?.Last;
        var activities = session.Activities.ToList();
        var types = Types(session);
        var name = session.Failure is { } failure ? failure.UserName : record?.UserName;
        var otherName = name is null ? evidence.Names.NameOf(session.UserId) : null;
        return new SignIn
        {
            UserId = session.UserId,
            UserName = name ?? otherName,
            NameMatch = name is not null ? "SignIn" : otherName is not null ? "OtherSignIn" : null,
            IdentityStoreId = record?.IdentityStoreId,
            Outcome = session.Failure is not null ? "Failure" : session.SignIn is not null ? "Success" : "NotSeen",
            SignInTicks = session.SignInTicks,
            SourceIPAddress = record is not null ? record.Address : FirstAddress(activities),
            ClientName = record?.ClientName,
            UserAgent = record?.UserAgent,
            CredentialTypes = types,
            MfaUsed = session.SignIn is null || types.Count == 0 || types.Contains(ExternalProvider) ? null : types.Count > 1,
            FailureCount = session.Failure?.Count ?? session.FailuresBefore.Sum(static before => before.Count),
            LoginTo = record?.LoginTo,
            IsLinked = session.IsLinked,
            AuthWorkflowId = record?.Workflow,
            SignInEventId = record?.EventId,
            SignInAccountId = record?.Account,
            SignInRegion = record?.Region,
            StartTicks = session.Start,
            EndTicks = session.End is { } end && end <= Math.Min(evidence.Query.EndTicks, evidence.Query.KnownToTicks) ? end : null,
            Findings = new FindingCollection(session.Findings),
            SignInMatch = session.SignIn is null || session.Grants.Count == 0 ? null : session.IdIsByName ? "UserName" : "UserId",
            CallMatch = (session.ByKey.Count > 0, session.BySessionName.Count > 0) switch
            {
                (true, true) => "AccessKey, SessionName",
                (true, false) => "AccessKey",
                (false, true) => "SessionName",
                _ => null,
            },
            Grants = session.Grants.Select(static grant => new CredentialGrant(grant)).ToArray(),
            AccessKeyId = session.Grants.Select(static grant => grant.AccessKeyId).Concat(session.Chains.Select(static chain => chain.AccessKeyId))
                .OfType<string>().Distinct(StringComparer.Ordinal).ToArray(),
            CallCount = activities.Sum(static activity => activity.Count),
            FailedCount = activities.Sum(static activity => activity.Failed),
            DeniedCount = activities.Sum(static activity => activity.Denied),
            ReadCount = activities.Sum(static activity => activity.Reads),
            WriteCount = activities.Sum(static activity => activity.Writes),
            FirstCallTicks = activities.Count == 0 ? null : activities.Min(static activity => activity.First),
            LastCallTicks = session.LastCall,
            CallAddresses = Capped(activities.SelectMany(static activity => activity.Addresses.Keys)),
            CallClients = Capped(activities.SelectMany(static activity => activity.Clients)),
            AddressesAreComplete = !activities.Exists(static activity => activity.IsCapped)
                && !IsCapped(activities.SelectMany(static activity => activity.Addresses.Keys)) && !IsCapped(activities.SelectMany(static activity => activity.Clients)),
            Calls = !evidence.Query.IncludeActivity ? null : activities.Count == 0 ? [] : new SessionCalls(activities, read ?? SessionCalls.FromFiles),
        };
    }

    /// <summary>What the workflow verified before, then what the sign-in's own record lists.</summary>
    private List<string> Types(SessionDraft session)
    {
        if (session.Failure is { } failure)
        {
            return failure.Records.SelectMany(static record => record.CredentialTypes).Distinct(StringComparer.Ordinal).ToList();
        }

        return session.SignIn is { } signIn
            ? evidence.Verified(signIn).Except(signIn.CredentialTypes, StringComparer.Ordinal).Concat(signIn.CredentialTypes).Distinct(StringComparer.Ordinal).ToList()
            : [];
    }

    private static string? FirstAddress(List<CallActivity> activities) => activities
        .SelectMany(static activity => activity.Addresses).OrderBy(static seen => seen.Value.Ticks).ThenBy(static seen => seen.Value.EventId, StringComparer.Ordinal)
        .Select(static seen => seen.Key).FirstOrDefault();

    private static bool IsCapped(IEnumerable<string> texts) => texts.Distinct(StringComparer.Ordinal).Skip(CallActivity.Most).Any();

    private static string[] Capped(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).OrderBy(static text => text, StringComparer.Ordinal).Take(CallActivity.Most).ToArray();
}
