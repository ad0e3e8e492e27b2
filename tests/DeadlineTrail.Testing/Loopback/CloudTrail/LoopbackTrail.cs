using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>A trail as DescribeTrails, GetTrail, GetTrailStatus and GetEventSelectors tell of it.</summary>
public sealed record LoopbackTrail(string Name, string HomeRegion, string S3BucketName)
{
    public string AccountId { get; init; } = "111122223333";

    public string? S3KeyPrefix { get; init; }

    /// <summary>Whether it records every Region, and is seen in each as a shadow of the one at home.</summary>
    public bool IsMultiRegion { get; init; } = true;

    public bool IsOrganization { get; init; }

    /// <summary>Accounts that see the trail of their organisation: "member accounts can see the organization trail".</summary>
    public IReadOnlyList<string> MemberAccounts { get; init; } = [];

    public string? KmsKeyId { get; init; }

    public string? SnsTopicArn { get; init; }

    public bool IncludesGlobalServices { get; init; } = true;

    public bool ValidatesLogFiles { get; init; } = true;

    public bool IsLogging { get; init; } = true;

    public DateTimeOffset? StartLogging { get; init; }

    public DateTimeOffset? StopLogging { get; init; }

    /// <summary>When files were delivered last.</summary>
    public DateTimeOffset? LatestDelivery { get; init; }

    /// <summary>Why the last delivery failed, for instance NoSuchBucket.</summary>
    public string? LatestDeliveryError { get; init; }

    /// <summary>The EventSelectors, as JSON text: an array, or null for none.</summary>
    public string? EventSelectors { get; init; } = """[{"ReadWriteType":"All","IncludeManagementEvents":true,"DataResources":[],"ExcludeManagementEventSources":[]}]""";

    /// <summary>The AdvancedEventSelectors, as JSON text: an array, or null for none.</summary>
    public string? AdvancedEventSelectors { get; init; }

    public string Arn => $"arn:aws:cloudtrail:{HomeRegion}:{AccountId}:trail/{Name}";
}
