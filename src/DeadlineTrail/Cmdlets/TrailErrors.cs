using System;
using System.Management.Automation;
using DeadlineTrail.Formats;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Cmdlets;

/// <summary>Makes every error the module reports: an id, a category, the target, and a message that says what to do.</summary>
internal static partial class TrailErrors
{
    private const int LongestShown = 100;

    /// <summary>A literal operation name that the catalogue does not have.</summary>
    internal static ErrorRecord ActionNotFound(string name) => Make(
        new ItemNotFoundException(
            $"The catalogue has no operation named '{TerminalText.Safe(name, LongestShown)}'. Search it with wildcards, as in 'Get-DeadlineTrailAction -Name *Job*'; "
            + "an operation that is newer than the catalogue, or of another service, is not in it."),
        "ActionNotFound",
        ErrorCategory.ObjectNotFound,
        name);

    /// <summary>Part of an answer that cannot be had.</summary>
    internal static ErrorRecord Of(TrailProblem problem) => Make(
        new TrailReadException(Shown(problem.Message), SecretText.Without(problem.Cause)),
        problem.Kind switch
        {
            ProblemKind.Damaged => "LogDamaged",
            ProblemKind.AccessDenied => "LogAccessDenied",
            ProblemKind.NotFound => "LogNotFound",
            ProblemKind.RegionDenied => "EventHistoryAccessDenied",
            ProblemKind.RegionNotEnabled => "RegionNotEnabled",
            ProblemKind.CredentialsRefused => "AwsCredentialsRefused",
            ProblemKind.Throttled => "EventHistoryThrottled",
            ProblemKind.Unreachable => "EventHistoryUnreachable",
            ProblemKind.NoProgress => "EventHistoryNoProgress",
            ProblemKind.CallFailed => "EventHistoryFailed",
            _ => "LogUnreadable",
        },
        problem.Kind switch
        {
            ProblemKind.Damaged => ErrorCategory.InvalidData,
            ProblemKind.AccessDenied => ErrorCategory.PermissionDenied,
            ProblemKind.NotFound => ErrorCategory.ObjectNotFound,
            ProblemKind.RegionDenied => ErrorCategory.PermissionDenied,
            ProblemKind.RegionNotEnabled => ErrorCategory.ResourceUnavailable,
            ProblemKind.CredentialsRefused => ErrorCategory.AuthenticationError,
            ProblemKind.Throttled => ErrorCategory.LimitsExceeded,
            ProblemKind.Unreachable => ErrorCategory.ConnectionError,
            ProblemKind.NoProgress => ErrorCategory.InvalidResult,
            _ => ErrorCategory.ReadError,
        },
        problem.Target);

    /// <summary>AWS cannot be asked at all.</summary>
    internal static ErrorRecord Aws(AwsSetupException problem) => Make(
        new TrailReadException(Shown(problem.Message), SecretText.Without(problem.InnerException)),
        problem.Problem switch
        {
            AwsSetupProblem.ProfileNotFound => "AwsProfileNotFound",
            AwsSetupProblem.RegionMissing => "AwsRegionMissing",
            AwsSetupProblem.CredentialsMissing => "AwsCredentialsMissing",
            AwsSetupProblem.SignInNeeded => "AwsSignInNeeded",
            AwsSetupProblem.InsecureEndpoint => "AwsEndpointInsecure",
            _ => "AwsCredentialsUnusable",
        },
        problem.Problem switch
        {
            AwsSetupProblem.ProfileNotFound => ErrorCategory.ObjectNotFound,
            AwsSetupProblem.RegionMissing => ErrorCategory.InvalidArgument,
            AwsSetupProblem.InsecureEndpoint => ErrorCategory.SecurityError,
            _ => ErrorCategory.AuthenticationError,
        },
        null);

    /// <summary>A filter that no event can pass, or a parameter that cannot be understood.</summary>
    internal static ErrorRecord InvalidFilter(string parameter, object? value, string message) => Make(
        new PSArgumentException(TerminalText.Safe(message), parameter), "InvalidFilter", ErrorCategory.InvalidArgument, value);

    /// <summary>Some Regions and all of them at the same time.</summary>
    internal static ErrorRecord RegionAndAllRegion() =>
        InvalidFilter("AllRegion", true, "-Region says which Regions to ask, and -AllRegion asks all of them: give one of the two.");

    /// <summary>Events and files in one pipeline.</summary>
    internal static ErrorRecord MixedInput() => Make(
        new PSInvalidOperationException(
            "Both events and files came through the pipeline, and nothing was read: events are filtered, files are read, and the two make no common order. Give them to two commands."),
        "MixedInput",
        ErrorCategory.InvalidOperation,
        null);

    /// <summary>Event history and trails in one pipeline.</summary>
    internal static ErrorRecord MixedSources() => Make(
        new PSInvalidOperationException(
            "Both Event history and trails came through the pipeline, and nothing was read: each trail has what Event history has, where it records it. Choose: ... | Where-Object Kind -EQ Trail | ..."),
        "MixedInput",
        ErrorCategory.InvalidOperation,
        null);

    /// <summary>What could not be found out about a Region or a trail.</summary>
    internal static ErrorRecord SourceUnknown(SurveyProblem problem) => Make(
        new TrailReadException(
            Shown($"{problem.Lost} {problem.Permission} failed for {problem.Target}: {problem.Failure.Message}"),
            problem.Failure),
        problem.Failure.Failure == AwsFailure.Denied ? "TrailAccessDenied" : "TrailLookupFailed",
        problem.Failure.Failure == AwsFailure.Denied ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        problem.Target);

    /// <summary>No source of a name.</summary>
    internal static ErrorRecord SourceNotFound(string name) => Make(
        new ItemNotFoundException($"No trail \"{TerminalText.Safe(name)}\" is seen from the Regions that were asked. Ask others with -Region or -AllRegion: a trail of one Region is seen there only."),
        "TrailNotFound",
        ErrorCategory.ObjectNotFound,
        name);

    /// <summary>A path that is not on a file system.</summary>
    internal static ErrorRecord NotAFile(string path, string provider) => Make(
        new PSInvalidOperationException(
            $"\"{TerminalText.Safe(path)}\" is a path of the provider {provider}; logs are read from the file system. Copy it there first, or give another path."),
        "PathNotFileSystem",
        ErrorCategory.InvalidArgument,
        path);

    /// <summary>A path at which there is nothing.</summary>
    internal static ErrorRecord PathNotFound(string path, Exception? cause = null) => Make(
        new ItemNotFoundException($"There is no file or folder \"{Shown(path)}\", so nothing was read from it. Check the path, or give it with -LiteralPath if it has brackets in its name.", cause),
        "PathNotFound",
        ErrorCategory.ObjectNotFound,
        path);

    /// <summary>A trail that is not there, as far as the Region it was looked for in knows.</summary>
    internal static ErrorRecord TrailNotFound(string name) => Make(
        new ItemNotFoundException(
            $"There is no trail \"{TerminalText.Safe(name)}\" here, so nothing was read from its bucket. Give its ARN if it is of another Region or account, or its bucket with -BucketName."),
        "TrailNotFound",
        ErrorCategory.ObjectNotFound,
        name);

    /// <summary>A trail whose bucket cannot be looked up.</summary>
    internal static ErrorRecord TrailLookupFailed(string name, AwsCallException failure) => Make(
        new TrailReadException(
            $"The bucket of the trail \"{TerminalText.Safe(name)}\" cannot be looked up, so nothing was read from it: {Shown(failure.Message)}. "
            + (failure.Failure == AwsFailure.Denied ? "It takes the permission cloudtrail:DescribeTrails; or give the bucket with -BucketName." : "Give the bucket with -BucketName to read without the lookup."),
            failure),
        failure.Failure == AwsFailure.Denied ? "TrailAccessDenied" : "TrailLookupFailed",
        failure.Failure == AwsFailure.Denied ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError,
        name);

    /// <summary>Something that is neither the text of a log nor an object with a record in it.</summary>
    internal static ErrorRecord NotALog(object input, string advice) => Make(
        new PSArgumentException($"An object of the type {TerminalText.Safe(PSObject.AsPSObject(input).BaseObject.GetType().FullName)} holds no CloudTrail record. {advice}"),
        "InputNotALog",
        ErrorCategory.InvalidType,
        input);

    /// <summary>Text that is not a log, or not all of it.</summary>
    internal static ErrorRecord TextDamaged(long position, string reason) => Make(
        new TrailReadException($"The text is damaged at byte {position}: {TerminalText.Safe(reason)}", null),
        "LogDamaged",
        ErrorCategory.InvalidData,
        position);

    // Some views of errors show the target beside the category. The target itself stays what it is.
    private static string Shown(string text) => TerminalText.Safe(SecretText.Hide(text));

    private static ErrorRecord Make(Exception exception, string id, ErrorCategory category, object? target)
    {
        var error = new ErrorRecord(exception, id, category, target);
        error.CategoryInfo.TargetName = Shown(error.CategoryInfo.TargetName);
        return error;
    }
}
