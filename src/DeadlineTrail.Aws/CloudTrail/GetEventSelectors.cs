using System.Text.Json;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html.</summary>
internal sealed class GetEventSelectorsRequest : CloudTrailRequest<GetEventSelectorsResponse>
{
    public string? TrailName { get; set; }
}

/// <summary>The selectors as they are: who proposes others must keep every member of them, also those not known today.</summary>
internal sealed class GetEventSelectorsResponse : DatedResponse
{
    public JsonElement? EventSelectors { get; set; }

    public JsonElement? AdvancedEventSelectors { get; set; }
}
