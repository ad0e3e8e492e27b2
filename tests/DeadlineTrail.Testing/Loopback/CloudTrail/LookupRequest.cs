using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>The parameters of a LookupEvents request, checked.</summary>
internal sealed record LookupRequest
{
    public DateTimeOffset Start { get; private init; } = DateTimeOffset.MinValue;

    public DateTimeOffset End { get; private init; } = DateTimeOffset.MaxValue;

    public (string Key, string Value)? Attribute { get; private init; }

    public bool Insights { get; private init; }

    /// <summary>"The number of events to return. Possible values are 1 through 50. The default is 50."</summary>
    public int MaxResults { get; private init; } = 50;

    /// <summary>Not a parameter of what is looked up, so not part of equality with an earlier request.</summary>
    public string? NextToken { get; private init; }

    public LookupRequest WithoutToken => this with { NextToken = null };

    /// <exception cref="CloudTrailException">A parameter is not valid.</exception>
    public static LookupRequest Read(JsonElement json)
    {
        var request = new LookupRequest
        {
            Start = Time(json, "StartTime") ?? DateTimeOffset.MinValue,
            End = Time(json, "EndTime") ?? DateTimeOffset.MaxValue,
            Attribute = ReadAttribute(json),
            Insights = json.TryGetProperty("EventCategory", out JsonElement category)
                && (category.GetString() == "insight" ? true : throw new CloudTrailException("InvalidEventCategoryException", "The event category is not valid.")),
            MaxResults = json.TryGetProperty(nameof(MaxResults), out JsonElement most) ? most.GetInt32() : 50,
            NextToken = json.TryGetProperty(nameof(NextToken), out JsonElement token) ? token.GetString() : null,
        };

        return request.MaxResults is < 1 or > 50 ? throw new CloudTrailException("InvalidMaxResultsException", "MaxResults has to be between 1 and 50.")
            : request.Start > request.End ? throw new CloudTrailException("InvalidTimeRangeException", "The start time has to be before the end time.")
            : request;
    }

    /// <summary>"... only events that occur after or at the specified time are returned", "before or at the specified time": both ends count.</summary>
    public bool Matches(HistoryEvent each) => !Insights && each.Time >= Start && each.Time <= End && (Attribute is not { } attribute || attribute.Key switch
    {
        "AccessKeyId" => each.AccessKeyId == attribute.Value,
        "EventId" => each.Id == attribute.Value,
        "EventName" => each.Name == attribute.Value,
        "EventSource" => each.Source == attribute.Value,
        "ReadOnly" => each.ReadOnly == attribute.Value,
        "ResourceName" => each.Resources.Any(resource => resource.Name == attribute.Value),
        "ResourceType" => each.Resources.Any(resource => resource.Type == attribute.Value),
        _ => each.Username == attribute.Value,
    });

    private static readonly HashSet<string> s_keys = new(StringComparer.Ordinal)
    {
        "AccessKeyId", "EventId", "EventName", "EventSource", "ReadOnly", "ResourceName", "ResourceType", "Username",
    };

    /// <summary>"Contains a list of lookup attributes. Currently the list can contain only one item."</summary>
    private static (string Key, string Value)? ReadAttribute(JsonElement json)
    {
        if (!json.TryGetProperty("LookupAttributes", out JsonElement list) || list.GetArrayLength() == 0)
        {
            return null;
        }

        string key = list[0].GetProperty("AttributeKey").GetString()!, value = list[0].GetProperty("AttributeValue").GetString()!;
        return list.GetArrayLength() == 1 && s_keys.Contains(key) && value.Length is >= 1 and <= 2000
            ? (key, value)
            : throw new CloudTrailException("InvalidLookupAttributesException", "You can specify only one lookup attribute.");
    }

    internal static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(value.GetDouble() * 1000)) : null;
}
