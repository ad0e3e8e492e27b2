using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using Amazon.Runtime;

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

internal sealed class LookupEventsResponse : AmazonWebServiceResponse
{
    /// <summary>When the server answered, by its own clock (<c>Date</c>); null when it did not say.</summary>
    [JsonIgnore]
    public DateTimeOffset? Answered { get; set; }

    public List<LookupEventItem?>? Events { get; set; }

    public string? NextToken { get; set; }
}

internal sealed class LookupEventItem
{
    public string? EventId { get; set; }

    public DateTimeOffset? EventTime { get; set; }

    public string? CloudTrailEvent { get; set; }
}
