using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using DeadlineTrail.Testing.Loopback.Faults;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>
/// "Looks up management events or CloudTrail Insights events that are captured by CloudTrail. ... The default number of results
/// returned is 50, with a maximum of 50 possible. The response includes a token that you can use to get the next page of results."
/// - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html.
/// </summary>
internal sealed class LookupEvents(EventHistory history, LoopbackOptions options)
{
    /// <summary>"This token must be passed in with the same parameters that were specified in the original call."</summary>
    private readonly ConcurrentDictionary<string, Place> _tokens = new(StringComparer.Ordinal);

    /// <summary>Where a page starts: behind an event, for one caller's one request. Events that arrive later do not shift it.</summary>
    private sealed record Place(string Region, string Account, LookupRequest Request, HistoryEvent? After);

    public Answer Answer(AwsCall call, JsonElement json, Fault fault)
    {
        LookupRequest request = LookupRequest.Read(json);
        Place place = Find(call, request, fault);
        DateTimeOffset oldest = options.HistoryReaches is { } reach ? options.Clock.GetUtcNow() - reach : DateTimeOffset.MinValue;
        HistoryEvent[] all = history.Of(call.Region, call.AccountId);
        HistoryEvent[] page = fault.Page == PageTwist.Empty ? [] : [..
            (place.After is null ? all : all.SkipWhile(each => !ReferenceEquals(each, place.After)).Skip(1))
            .Where(each => each.Time >= oldest && request.Matches(each)).Take(request.MaxResults + 1)];

        string? token = fault.Page switch
        {
            PageTwist.SameToken => request.NextToken ?? Token(place),
            PageTwist.Empty => Token(place),
            _ when page.Length > request.MaxResults => Token(place with { After = page[request.MaxResults - 1] }),
            _ => null,
        };

        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteStartArray("Events");
            foreach (HistoryEvent each in page.Take(request.MaxResults))
            {
                Write(writer, each);
            }

            writer.WriteEndArray();
            if (token is not null)
            {
                writer.WriteString("NextToken", token);
            }
        });
    }

    private Place Find(AwsCall call, LookupRequest request, Fault fault)
    {
        var start = new Place(call.Region, call.AccountId, request.WithoutToken, null);
        if (request.NextToken is null)
        {
            return start;
        }

        return fault.Page != PageTwist.TokenRefused && _tokens.TryGetValue(request.NextToken, out Place? place) && place with { After = null } == start
            ? place
            : throw new CloudTrailException("InvalidNextTokenException", "Invalid token: it is unknown or has expired, or the parameters differ from those it was given for.");
    }

    private string Token(Place place)
    {
        string token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(96));
        _tokens[token] = place;
        return token;
    }

    private static void Write(Utf8JsonWriter writer, HistoryEvent each)
    {
        writer.WriteStartObject();
        writer.WriteString("EventId", each.Id);
        writer.WriteString("EventName", each.Name);
        Optional(writer, "ReadOnly", each.ReadOnly);
        Optional(writer, "AccessKeyId", each.AccessKeyId);

        // Inferred: the service may write either; here odd seconds have an exponent and even ones have none.
        writer.WritePropertyName("EventTime");
        writer.WriteRawValue(each.Time.ToUnixTimeSeconds() is var seconds && seconds % 2 == 0 ? JsonTime.Plain(seconds) : JsonTime.Scientific(seconds));
        writer.WriteString("EventSource", each.Source);
        Optional(writer, "Username", each.Username);
        writer.WriteStartArray("Resources");
        foreach ((string? type, string name) in each.Resources)
        {
            writer.WriteStartObject();
            Optional(writer, "ResourceType", type);
            writer.WriteString("ResourceName", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("CloudTrailEvent", each.Record);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
