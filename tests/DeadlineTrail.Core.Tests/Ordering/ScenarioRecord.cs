using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Core.Tests.Ordering;

/// <summary>
/// Completes what a scenario says of a record to a management event of Deadline Cloud in the form of AWS's own example
/// (Deadline Cloud User Guide, "Logging Deadline Cloud API calls using AWS CloudTrail").
/// </summary>
internal static partial class ScenarioRecord
{
    /// <summary>The GUID that a short eventID stands for; anything else as it is.</summary>
    public static string? InFull(string? eventId) =>
        eventId is not null && ShortId().IsMatch(eventId)
            ? $"{eventId.PadLeft(8, '0')}-0000-4000-8000-000000000000"
            : eventId;

    /// <summary>The same record gives the same text whatever file it is in, but for account and Region of the key.</summary>
    public static JsonObject Complete(JsonObject given, string path)
    {
        Match key = Key().Match(path);
        string account = key.Success ? key.Groups["account"].Value : "111122223333";
        string region = key.Success ? key.Groups["region"].Value : "us-west-2";
        string? eventId = InFull((string?)given["eventID"]);

        var record = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "AssumedRole",
                ["principalId"] = "AROAEXAMPLEROLEID0001:avery",
                ["arn"] = $"arn:aws:sts::{account}:assumed-role/FarmAdmin/avery",
                ["accountId"] = account,
                ["accessKeyId"] = "ASIAEXAMPLEKEYID0001",
                ["sessionContext"] = new JsonObject
                {
                    ["sessionIssuer"] = new JsonObject
                    {
                        ["type"] = "Role",
                        ["principalId"] = "AROAEXAMPLEROLEID0001",
                        ["arn"] = $"arn:aws:iam::{account}:role/FarmAdmin",
                        ["accountId"] = account,
                        ["userName"] = "FarmAdmin",
                    },
                    ["attributes"] = new JsonObject
                    {
                        ["creationDate"] = "2026-03-01T07:00:00Z",
                        ["mfaAuthenticated"] = "false",
                    },
                },
            },
            ["eventTime"] = (string?)given["eventTime"],
            ["eventSource"] = "deadline.amazonaws.com",
            ["eventName"] = "UpdateFleet",
            ["awsRegion"] = region,
            ["sourceIPAddress"] = "192.0.2.10",
            ["userAgent"] = "aws-cli/2.27.0 md/awscrt#0.26.1 ua/2.1 os/linux#6.1.0 md/arch#x86_64 lang/python#3.13.2",
            ["requestParameters"] = new JsonObject
            {
                ["farmId"] = "farm-0123456789abcdef0123456789abcdef",
                ["fleetId"] = "fleet-0123456789abcdef0123456789abcdef",
                ["maxWorkerCount"] = 40,
            },
            ["responseElements"] = null,
            ["requestID"] = "0f0f0f0f-0000-4000-8000-000000000000",
            ["eventID"] = eventId,
            ["readOnly"] = false,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = account,
            ["eventCategory"] = "Management",
        };
        foreach ((string name, JsonNode? value) in given)
        {
            record[name] = value?.DeepClone();
        }

        if (eventId is null)
        {
            record.Remove("eventID");
        }
        else
        {
            record["eventID"] = eventId;
        }

        if (record["addendum"]?["originalEventID"] is JsonValue original)
        {
            record["addendum"]!["originalEventID"] = InFull((string?)original);
        }

        return record;
    }

    [GeneratedRegex("^[0-9a-f]{1,8}$")]
    private static partial Regex ShortId();

    [GeneratedRegex("AWSLogs/(o-[a-z0-9]+/)?(?<account>[0-9]{12})/CloudTrail/(?<region>[a-z0-9-]+)/")]
    private static partial Regex Key();
}
