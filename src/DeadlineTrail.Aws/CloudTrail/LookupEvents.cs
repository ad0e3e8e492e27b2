using System;
using System.Collections.Generic;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html.</summary>
internal sealed class LookupEventsRequest : CloudTrailRequest<LookupEventsResponse>
{
    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public IReadOnlyList<LookupAttributeItem>? LookupAttributes { get; set; }

    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}

internal sealed class LookupAttributeItem
{
    public string? AttributeKey { get; set; }

    public string? AttributeValue { get; set; }
}

internal sealed class LookupEventsResponse : DatedResponse
{
    public List<LookupEventItem?>? Events { get; set; }

    public string? NextToken { get; set; }
}

internal sealed class LookupEventItem
{
    public string? EventId { get; set; }

    public DateTimeOffset? EventTime { get; set; }

    public string? CloudTrailEvent { get; set; }
}
