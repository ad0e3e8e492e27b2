using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>An event as Event history keeps it: the record, and the envelope LookupEvents puts around it.</summary>
internal sealed record HistoryEvent
{
    public required string Record { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    public required string Region { get; init; }

    public required string Account { get; init; }

    public string? AccessKeyId { get; init; }

    public string? Username { get; init; }

    public string? ReadOnly { get; init; }

    public IReadOnlyList<(string? Type, string Name)> Resources { get; init; } = [];

    /// <summary>
    /// Event history keeps management events: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html.
    /// Data events, network activity and, here, Insights are not looked up.
    /// </summary>
    public required bool IsManagement { get; init; }

    /// <exception cref="FormatException">The text is not a record with an id and a time: a mistake in the test.</exception>
    public static HistoryEvent Read(string record)
    {
        using JsonDocument document = JsonDocument.Parse(record);
        JsonElement root = document.RootElement;
        JsonElement identity = root.TryGetProperty("userIdentity", out JsonElement found) ? found : default;
        return new HistoryEvent
        {
            Record = record,
            Time = DateTimeOffset.Parse(Text(root, "eventTime") ?? throw new FormatException("A record without eventTime."), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Id = Text(root, "eventID") ?? throw new FormatException("A record without eventID."),
            Name = Text(root, "eventName") ?? "",
            Source = Text(root, "eventSource") ?? "",
            Region = Text(root, "awsRegion") ?? "",
            Account = Text(root, "recipientAccountId") ?? Text(identity, "accountId") ?? "",
            AccessKeyId = Text(identity, "accessKeyId") is { Length: > 0 } key ? key : null,
            Username = NameOf(identity),
            ReadOnly = Text(root, "readOnly"),
            Resources = [.. ResourcesOf(root)],
            IsManagement = Text(root, "managementEvent") != "false" && (Text(root, "eventCategory") ?? "Management") == "Management",
        };
    }

    /// <summary>The user's name; of a role's session the session's name, as in genuine exports. Inferred: "root" for the root user.</summary>
    private static string? NameOf(JsonElement identity) => Text(identity, "userName") ?? Text(identity, "type") switch
    {
        "AssumedRole" when Text(identity, "principalId")?.Split(':') is [_, var session, ..] => session,
        "Root" => "root",
        _ => null,
    };

    /// <summary>Inferred: AWS derives these from the request as well; here they are the record's own <c>resources</c>.</summary>
    private static IEnumerable<(string? Type, string Name)> ResourcesOf(JsonElement root) =>
        root.TryGetProperty("resources", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? from each in list.EnumerateArray()
              let name = Text(each, "ARN")
              where name is not null
              select (Text(each, "type"), name)
            : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            }
            : null;
}
