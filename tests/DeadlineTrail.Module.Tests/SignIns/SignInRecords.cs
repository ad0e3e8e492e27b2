using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Trails;

namespace DeadlineTrail.Module.Tests.SignIns;

/// <summary>Ana signs in, is given credentials and calls: the three records of a session, so many minutes after 10:00.</summary>
internal static class SignInRecords
{
    public const string UserId = "94d00cd8-e9e6-4810-b177-b08e84725435";
    public const string ManagementAccount = "999988887777";
    private const string Session = "DeadlineSession-" + UserId;
    private const string Role = "arn:aws:iam::" + HandWritten.Account + ":role/service-role/monitor";

    public static JsonObject SignIn(int minute, string name = "ana@studio.example", string loginTo = "https://studio.us-west-2.deadlinecloud.amazonaws.com/") => HandWritten.Record(minute, record =>
    {
        record["userIdentity"] = JsonNode.Parse($$"""
            {
              "type": "IdentityCenterUser", "arn": "", "accountId": "{{ManagementAccount}}", "accessKeyId": "",
              "onBehalfOf": { "userId": "{{UserId}}", "identityStoreArn": "arn:aws:identitystore::{{ManagementAccount}}:identitystore/d-1234567890" },
              "credentialId": "8f761cae-883d-4a3d-af67-3abf46488f71"
            }
            """);
        record["eventSource"] = "signin.amazonaws.com";
        record["eventName"] = "UserAuthentication";
        record["awsRegion"] = "eu-central-1";
        record["sourceIPAddress"] = "203.0.113.10";
        record["requestParameters"] = null;
        record["recipientAccountId"] = ManagementAccount;
        record["eventType"] = "AwsServiceEvent";
        record["additionalEventData"] = new JsonObject { ["AuthWorkflowID"] = HandWritten.Id(minute), ["UserName"] = name, ["LoginTo"] = loginTo, ["CredentialType"] = "PASSWORD,TOTP" };
        record["serviceEventDetails"] = new JsonObject { ["UserAuthentication"] = "Success" };
    });

    /// <summary>A wrong password.</summary>
    public static JsonObject Failure(int minute, string name = "ana@studio.example")
    {
        var record = SignIn(minute, name);
        record["userIdentity"]!["type"] = "Unknown";
        record["userIdentity"]!.AsObject().Remove("onBehalfOf");
        record["eventName"] = "CredentialVerification";
        record["sourceIPAddress"] = "198.51.100.77";
        record["additionalEventData"]!["CredentialType"] = "PASSWORD";
        record["serviceEventDetails"] = new JsonObject { ["CredentialVerification"] = "Failure" };
        return record;
    }

    public static JsonObject Grant(int minute) => HandWritten.Record(minute, record =>
    {
        record["userIdentity"] = new JsonObject { ["type"] = "AWSService", ["invokedBy"] = "credentials.deadline.amazonaws.com" };
        record["eventSource"] = "sts.amazonaws.com";
        record["eventName"] = "AssumeRole";
        record["sourceIPAddress"] = "credentials.deadline.amazonaws.com";
        record["userAgent"] = "credentials.deadline.amazonaws.com";
        record["requestParameters"] = new JsonObject { ["roleArn"] = Role, ["roleSessionName"] = Session, ["durationSeconds"] = 900 };
        record["responseElements"] = new JsonObject { ["credentials"] = new JsonObject { ["accessKeyId"] = Key(minute) } };
    });

    /// <summary>A call with the credentials of the grant of a minute.</summary>
    public static JsonObject Call(int minute, int grant, string name = "GetQueue", string address = "203.0.113.10") => HandWritten.Record(minute, record =>
    {
        record["userIdentity"] = JsonNode.Parse($$"""
            {
              "type": "AssumedRole", "principalId": "AROAEXAMPLEROLEID0001:{{Session}}", "accountId": "{{HandWritten.Account}}", "accessKeyId": "{{Key(grant)}}",
              "arn": "arn:aws:sts::{{HandWritten.Account}}:assumed-role/monitor/{{Session}}",
              "sessionContext": { "sessionIssuer": { "type": "Role", "arn": "{{Role}}", "accountId": "{{HandWritten.Account}}", "userName": "monitor" } }
            }
            """);
        record["eventName"] = name;
        record["sourceIPAddress"] = address;
        record["readOnly"] = name.StartsWith("Get", System.StringComparison.Ordinal);
    });

    private static string Key(int minute) => "ASIAEXAMPLEKEY" + minute.ToString("d6", System.Globalization.CultureInfo.InvariantCulture);
}
