using System;

namespace DeadlineTrail.Sources.Aws;

/// <summary>A trail as CloudTrail describes it, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html.</summary>
internal sealed record TrailDescription
{
    internal string Name { get; init; } = string.Empty;

    internal string Arn { get; init; } = string.Empty;

    /// <summary>Gets "the Region in which the trail was created".</summary>
    internal string HomeRegion { get; init; } = string.Empty;

    internal string BucketName { get; init; } = string.Empty;

    internal string KeyPrefix { get; init; } = string.Empty;

    internal bool IsMultiRegion { get; init; }

    internal bool IsOrganization { get; init; }

    internal bool IncludesGlobalServices { get; init; }

    internal bool ValidatesLogFiles { get; init; }

    internal string? KmsKeyId { get; init; }

    internal string? SnsTopic { get; init; }
}

/// <summary>
/// How a trail is doing, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html. Times are
/// UTC ticks; null where CloudTrail gives none.
/// </summary>
internal sealed record TrailStatus
{
    internal bool? IsLogging { get; init; }

    internal long? StartedTicks { get; init; }

    internal long? StoppedTicks { get; init; }

    internal long? LatestDeliveryTicks { get; init; }

    internal string? LatestDeliveryError { get; init; }
}

/// <summary>The selectors of a trail as CloudTrail gives them: JSON arrays, null where it gives none.</summary>
internal sealed record TrailSelectors(string? Basic, string? Advanced);

/// <summary>Two clocks at the same time.</summary>
/// <param name="Server">AWS's, to the second.</param>
/// <param name="Here">This machine's.</param>
internal sealed record ClockReading(DateTimeOffset Server, DateTimeOffset Here);
