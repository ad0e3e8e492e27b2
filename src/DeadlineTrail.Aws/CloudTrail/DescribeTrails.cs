using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html.</summary>
internal sealed class DescribeTrailsRequest : CloudTrailRequest<DescribeTrailsResponse>
{
    [JsonPropertyName("trailNameList")]
    public IReadOnlyList<string>? TrailNameList { get; set; }

    /// <summary>"Specifies whether to include shadow trails in the response. A shadow trail is the replication in a Region of
    /// a trail that was created in a different Region".</summary>
    [JsonPropertyName("includeShadowTrails")]
    public bool? IncludeShadowTrails { get; set; }
}

internal sealed class DescribeTrailsResponse : DatedResponse
{
    [JsonPropertyName("trailList")]
    public List<DescribedTrail?>? TrailList { get; set; }
}

internal sealed class DescribedTrail
{
    public string? Name { get; set; }

    [JsonPropertyName("TrailARN")]
    public string? TrailArn { get; set; }

    public string? S3BucketName { get; set; }

    public string? S3KeyPrefix { get; set; }

    public string? KmsKeyId { get; set; }

    [JsonPropertyName("SnsTopicARN")]
    public string? SnsTopicArn { get; set; }

    public string? SnsTopicName { get; set; }

    public bool? IsMultiRegionTrail { get; set; }

    public bool? IsOrganizationTrail { get; set; }

    public bool? IncludeGlobalServiceEvents { get; set; }

    public bool? LogFileValidationEnabled { get; set; }
}
