using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Testing;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>What the sign-in records themselves say, read as plain JSON.</summary>
internal sealed class SignInTruth
{
    private readonly Dictionary<string, JsonElement> _records;
    private readonly HashSet<(string Name, string Id)> _pairs = [];

    public SignInTruth(Ledger ledger)
    {
        _records = ledger.Records.Where(record => record.EventSource == "signin.amazonaws.com")
            .ToDictionary(record => record.EventId, record => JsonDocument.Parse(record.Json).RootElement);
        foreach (var record in _records.Values)
        {
            if (Id(record) is { } id && Text(record, "additionalEventData", "UserName") is { } name)
            {
                _pairs.Add((name, id));
            }
        }
    }

    /// <summary>The access key a record was signed with.</summary>
    public static string? KeyOf(LedgerRecord record) => Text(JsonDocument.Parse(record.Json).RootElement, "userIdentity", "accessKeyId");

    /// <summary>Whether its LoginTo is the monitor's address.</summary>
    public bool IsToMonitor(string eventId) => Text(_records[eventId], "additionalEventData", "LoginTo")!.EndsWith(".deadlinecloud.amazonaws.com/", StringComparison.Ordinal);

    /// <summary>Whether its record has the user's ID, or a name that another record has with it.</summary>
    public bool IsLinkable(SignInSession session) => session.SignInEventId is { } eventId
        && (Id(_records[eventId]) is not null || _pairs.Contains((session.UserName, session.UserId)));

    private static string? Id(JsonElement record) => Text(record, "userIdentity", "onBehalfOf", "userId");

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
