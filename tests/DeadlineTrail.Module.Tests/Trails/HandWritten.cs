using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DeadlineTrail.Module.Tests.Trails;

/// <summary>Records written by hand; a test says what is different about its own.</summary>
internal static class HandWritten
{
    public const string Account = "111122223333";
    public const string Farm = "farm-0f0e0d0c0b0a09080706050403020100";
    public const string Queue = "queue-00112233445566778899aabbccddeeff";

    private static readonly DateTime s_recently = DateTime.UtcNow.AddHours(-2);

    /// <summary>Mia, an IAM user, renamed a queue so many minutes after 10:00 UTC on 2 March 2026.</summary>
    public static JsonObject Record(int minute, Action<JsonObject>? change = null)
    {
        var record = JsonNode.Parse($$"""
            {
              "eventVersion": "1.11",
              "userIdentity": {
                "type": "IAMUser", "principalId": "AIDAEXAMPLEMIA", "arn": "arn:aws:iam::{{Account}}:user/mia",
                "accountId": "{{Account}}", "accessKeyId": "AKIAIOSFODNN7EXAMPLE", "userName": "mia"
              },
              "eventTime": "{{Time(minute)}}",
              "eventSource": "deadline.amazonaws.com",
              "eventName": "UpdateQueue",
              "awsRegion": "us-west-2",
              "sourceIPAddress": "192.0.2.10",
              "userAgent": "aws-cli/2.15.0",
              "requestParameters": { "farmId": "{{Farm}}", "queueId": "{{Queue}}", "displayName": "Lighting" },
              "responseElements": null,
              "requestID": "5e5d8f4c-0000-4000-8000-000000000001",
              "eventID": "{{Id(minute)}}",
              "readOnly": false,
              "eventType": "AwsApiCall",
              "managementEvent": true,
              "recipientAccountId": "{{Account}}",
              "eventCategory": "Management"
            }
            """)!.AsObject();
        change?.Invoke(record);
        return record;
    }

    /// <summary>A record, in JSON, as if its tenth hour were the one before last, for Event history.</summary>
    public static string Recent(JsonObject record)
    {
        var recent = record.DeepClone();
        recent["eventTime"] = Text(s_recently + (DateTime.Parse((string)record["eventTime"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - Utc(0)));
        return recent.ToJsonString();
    }

    /// <summary>The event ID of the record of a minute.</summary>
    public static string Id(int minute) => "00000000-0000-4000-8000-" + minute.ToString("d12", CultureInfo.InvariantCulture);

    public static DateTime Utc(int minute) => new DateTime(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc).AddMinutes(minute);

    public static string Time(int minute) => Text(Utc(minute));

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
