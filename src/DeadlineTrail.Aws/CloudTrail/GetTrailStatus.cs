using System;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html.</summary>
internal sealed class GetTrailStatusRequest : CloudTrailRequest<GetTrailStatusResponse>
{
    /// <summary>"To get information about the status of a shadow trail ..., you must specify its ARN."</summary>
    public string? Name { get; set; }
}

internal sealed class GetTrailStatusResponse : DatedResponse
{
    public bool? IsLogging { get; set; }

    public DateTimeOffset? StartLoggingTime { get; set; }

    public DateTimeOffset? StopLoggingTime { get; set; }

    public DateTimeOffset? LatestDeliveryTime { get; set; }

    public string? LatestDeliveryError { get; set; }
}
