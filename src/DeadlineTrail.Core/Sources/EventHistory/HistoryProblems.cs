using System.Collections.Generic;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>What can be wrong with Event history, in sentences.</summary>
internal static class HistoryProblems
{
    /// <summary>A Region left the answer.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="failure">Why.</param>
    /// <param name="of">What was looked up, where other lookups of the Region may have gone further; else null.</param>
    internal static TrailProblem Left(string region, HistoryFailure failure, string? of = null) => Left(region, of is null ? region : $"{region} ({of})", failure);

    private static TrailProblem Left(string region, string named, HistoryFailure failure) => new(
        KindOf(failure.Failure),
        region,
        $"Event history of {named} {Verb(failure.Failure)}, so {Missing(named, failure)}: {Sentence(failure.Reason)}{Remedy(region, failure.Failure)}",
        failure.Cause);

    /// <summary>No Region knows the credentials.</summary>
    internal static TrailProblem UnknownEverywhere(IReadOnlyList<string> regions, HistoryFailure failure) => new(
        ProblemKind.CredentialsRefused,
        string.Join(", ", regions),
        $"AWS does not take these credentials in {(regions.Count == 1 ? regions[0] : $"any of {regions.Count} Regions")}, so nothing is in the answer: {Sentence(failure.Reason)} Check the access key, or name another profile with -ProfileName{(regions.Count == 1 ? $"; if the keys are good, {regions[0]} is not enabled for the account" : string.Empty)}.",
        failure.Cause);

    /// <summary>An event that cannot be read.</summary>
    internal static TrailProblem Damaged(string region, HistoryRecord record) => new(
        ProblemKind.Damaged,
        record.Key,
        $"The event {(record.Key.Length is > 0 and <= 100 ? record.Key : "without an identifier")} of Event history in {region} cannot be read and is missing from the answer: {record.Damage}");

    /// <summary>A Region is turned away for so long that the others wait for it.</summary>
    internal static TrailWarning Held(string region) => new(
        "EventHistoryThrottled",
        $"CloudTrail asks to call less often in {region}: somebody else uses the account's two requests a second. Waiting, with all that would come after; it goes on by itself.");

    private static ProblemKind KindOf(AwsFailure? failure) => failure switch
    {
        AwsFailure.Denied => ProblemKind.RegionDenied,
        AwsFailure.RegionNotEnabled => ProblemKind.RegionNotEnabled,
        AwsFailure.ExpiredCredentials or AwsFailure.UnknownCredentials => ProblemKind.CredentialsRefused,
        AwsFailure.Throttled => ProblemKind.Throttled,
        AwsFailure.Unreachable => ProblemKind.Unreachable,
        null => ProblemKind.NoProgress,
        _ => ProblemKind.CallFailed,
    };

    private static string Verb(AwsFailure? failure) => failure switch
    {
        AwsFailure.Denied => "may not be read",
        AwsFailure.RegionNotEnabled => "cannot be read",
        AwsFailure.Throttled => "was throttled for five minutes",
        AwsFailure.Unreachable => "cannot be reached",
        _ => "cannot be read on",
    };

    private static string Missing(string region, HistoryFailure failure) => failure.CompleteDownTo is { } ticks
        ? $"the answer is complete for {region} only behind {Instant.Utc(ticks)}; of that second and before, events are missing"
        : $"no event of {region} is in the answer";

    private static string Remedy(string region, AwsFailure? failure) => failure switch
    {
        AwsFailure.Denied => " The permission cloudtrail:LookupEvents is needed.",
        AwsFailure.RegionNotEnabled => $" Enable {region} for the account, or leave it out.",
        AwsFailure.ExpiredCredentials => " Renew the credentials and ask again with -EndTime.",
        AwsFailure.UnknownCredentials => $" Either {region} is not enabled for the account, or the credentials are wrong.",
        AwsFailure.Unreachable => " Check the Region's name, the network and the proxy.",
        AwsFailure.Throttled => " Ask again later, for a shorter range.",
        null => " Ask again, or for a shorter range.",
        _ => string.Empty,
    };

    private static string Sentence(string text) => text.TrimEnd().Length == 0 ? "no reason was given." : text.TrimEnd().TrimEnd('.') + ".";
}
