using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources;

namespace DeadlineTrail.SignIns;

/// <summary>What should be known about an answer: above all when only one half of the pair can be seen.</summary>
internal static class SignInWarnings
{
    internal const string SignInHalfMissing = "SignInHalfMissing";
    internal const string GrantHalfMissing = "GrantHalfMissing";
    internal const string RoleTaken = "RoleTakenForQueueOrFleet";

    /// <summary>What Event history cannot hold of an answer.</summary>
    internal static IEnumerable<TrailWarning> OfHistory(SignInQuery query)
    {
        var never = query is { EventFilter: { } filter, HistoryRegions: [var region, ..] } ? RecordingCoverage.Warnings(filter, TrailSources.OfHistory(region, null), []) : [];
        foreach (var warning in never)
        {
            yield return warning;
        }

        if (never.Count == 0 && query.IncludeActivity)
        {
            yield return new TrailWarning(
                "DataEventsNotInHistory",
                "Event history holds management events only. Most of what a session does about jobs, steps and tasks are data events, so such calls are neither counted nor in the property Calls. A trail has them whose advanced event selectors ask for AWS::Deadline resources: read its bucket or its files.");
        }
    }

    internal static IEnumerable<TrailWarning> Of(SignInCollector evidence, SessionJoin join)
    {
        if (join.Grants > 0 && evidence.Authentications.All(static record => record.Target.IsOtherApplication) && !IsSaid(evidence, RecordableCall.UserAuthentication))
        {
            var region = evidence.Roles.IdentityCenterRegion is { } known ? $"the Region of its IAM Identity Center instance, {known}" : "the Region of its IAM Identity Center instance";
            yield return new TrailWarning(
                SignInHalfMissing,
                $"The sign-in half is missing: credentials were given, but no UserAuthentication event (signin.amazonaws.com) of the monitor is in what was read{Asked(evidence)}, so every session is NotSeen. Those events are recorded in {region}, in the account that owns it: with an organisation normally the management account. Say where they are with -SignInSource, or give them with -SignInEvent.");
        }

        if (join.Grants == 0 && join.TakenForQueueOrFleet.Count == 0 && !IsSaid(evidence, RecordableCall.AssumeRole)
            && (evidence.Authentications.Any(static record => !record.Target.IsOtherApplication) || join.UnjoinedCalls > 0))
        {
            var regions = evidence.Authentications.Select(static record => record.Target.Region).OfType<string>().Distinct().OrderBy(static name => name, System.StringComparer.Ordinal).ToList();
            yield return new TrailWarning(
                GrantHalfMissing,
                $"The half of the credentials is missing: no AssumeRole event (sts.amazonaws.com) of Deadline Cloud's credential service is in what was read{Asked(evidence)}, so sign-ins have no grants and no calls. Those events are recorded in the farm's account, in the farm's Region"
                + (regions.Count > 0 ? $" ({string.Join(", ", regions)})" : string.Empty) + " or, by the global endpoint, in us-east-1: read that account's trail too.");
        }

        if (join.TakenForQueueOrFleet.Count > 0)
        {
            yield return new TrailWarning(
                RoleTaken,
                $"{join.TakenForQueueOrFleet.Values.Sum()} grant(s) were left out because they came within two seconds of an AssumeQueueRole or AssumeFleetRole call and nothing else says what their role is: {string.Join(", ", join.TakenForQueueOrFleet.Keys)}. If that is a monitor's role, its sessions are missing here; read from the time when the monitor was made (CreateMonitor), which says so.");
        }
    }

    private static bool IsSaid(SignInCollector evidence, RecordableCall call) => evidence.Query.NotRecorded.Contains(call.Name);

    private static string Asked(SignInCollector evidence) =>
        evidence.Query.HistoryRegions is { } regions ? $" (Event history of {string.Join(", ", regions)})" : string.Empty;
}
