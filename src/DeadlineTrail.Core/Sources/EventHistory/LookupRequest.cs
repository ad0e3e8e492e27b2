namespace DeadlineTrail.Sources.EventHistory;

/// <summary>
/// One call of LookupEvents, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html. It asks
/// for the greatest page, 50 events.
/// </summary>
/// <param name="Region">The Region whose Event history is asked.</param>
/// <param name="StartTicks">"only events that occur after or at the specified time are returned": ticks (UTC) of a whole
/// second; null for as far back as there is.</param>
/// <param name="EndTicks">"only events that occur before or at the specified time are returned".</param>
/// <param name="Attribute">"Currently the list can contain only one item"; null for every event.</param>
/// <param name="NextToken">"must be passed in with the same parameters that were specified in the original call"; null for
/// the first page.</param>
internal sealed record LookupRequest(string Region, long? StartTicks, long EndTicks, LookupAttribute? Attribute, string? NextToken)
{
    /// <summary>How many events a page has at most: "The number of events to return. Possible values are 1 through 50."</summary>
    internal const int PageSize = 50;
}

/// <summary>What the service is to compare, exactly and with regard to case.</summary>
/// <param name="Key">EventId, AccessKeyId, EventName or EventSource.</param>
/// <param name="Value">The value.</param>
internal sealed record LookupAttribute(string Key, string Value)
{
    /// <summary>Gives it as it is told to users.</summary>
    public override string ToString() => Key + " = " + Value;
}
