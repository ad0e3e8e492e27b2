using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>
/// Completes the short records of scenarios to those of CloudTrail: sign-ins in the forms of the IAM Identity Center User
/// Guide and the AWS Security Blog, grants in the form of other services' AssumeRole records.
/// </summary>
internal static class ScenarioSignIn
{
    private const string Account = "111122223333";
    private const string MonitorRole = "arn:aws:iam::111122223333:role/service-role/monitor";
    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

    private static readonly Dictionary<string, string> Cast = new()
    {
        ["ana"] = "906774c1f2-1d5e3a52-7c1b-4f2e-9a3d-0b1c2d3e4f50",
        ["bo"] = "94d00cd8-e9e6-4810-b177-b08e84725435",
        ["cy"] = "b801f3c0-c071-70bc-b869-6804bc732408",
        ["dee"] = "906774c1f2-5d8a7e60-1b2c-4d3e-8f90-a1b2c3d4e5f6",
    };

    /// <summary>The user ID of somebody of the cast.</summary>
    public static string? UserId(string? name) => name is null ? null : Cast[name];

    /// <summary>The event ID that a short one stands for.</summary>
    public static string EventId(string id) =>
        $"{Convert.ToHexString(Encoding.ASCII.GetBytes(id)).ToLowerInvariant().PadLeft(8, '0')}-0000-4000-8000-000000000000";

    /// <summary>The access key that a grant of an ID gives out.</summary>
    public static string Key(string id) => "ASIA" + id.ToUpperInvariant().PadLeft(16, 'X');

    public static JsonObject Complete(JsonObject given)
    {
        var kind = Text(given, "kind")!;
        var record = kind switch
        {
            "UserAuthentication" or "CredentialVerification" or "CredentialChallenge" => SignIn(given, kind),
            "AssumeRole" => Grant(given),
            "ChainRole" => Chain(given),
            "Call" => Call(given),
            "Admin" => Admin(given),
            _ => throw new ArgumentException("There is no kind of record " + kind),
        };
        record["eventID"] = EventId(Text(given, "id")!);
        record["eventTime"] = SignInScenario.Time(Text(given, "time")!).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (Text(given, "error") is { } error)
        {
            record["errorCode"] = error;
            record["errorMessage"] = "refused";
        }

        foreach (var (name, value) in given["set"]?.AsObject() ?? [])
        {
            record[name] = value?.DeepClone();
        }

        return record;
    }

    private static JsonObject SignIn(JsonObject given, string kind)
    {
        var account = Text(given, "account") ?? Account;
        var user = Text(given, "user")!;
        var name = Text(given, "userName") ?? (user == "hidden" ? Hidden : user);
        var result = Text(given, "result") ?? "Success";
        var shape = Text(given, "shape") ?? "new";

        // Who has not shown who they are stays Unknown, without an ID, in the new shape too.
        var isKnown = result == "Success" && kind != "CredentialChallenge";
        var identity = new JsonObject { ["type"] = shape == "new" && isKnown ? "IdentityCenterUser" : "Unknown", ["arn"] = "", ["accountId"] = account, ["accessKeyId"] = "" };
        if (shape != "new" && user != "hidden")
        {
            identity["userName"] = name;
            identity["principalId"] = account;
        }

        if (shape != "old" && isKnown)
        {
            identity["onBehalfOf"] = new JsonObject { ["userId"] = UserId(user), ["identityStoreArn"] = $"arn:aws:identitystore::{account}:identitystore/d-1234567890" };
            identity["credentialId"] = "8f761cae-883d-4a3d-af67-3abf46488f71";
        }

        var additional = new JsonObject
        {
            ["AuthWorkflowID"] = Text(given, "workflow") ?? "workflow of " + Text(given, "id"),
            ["LoginTo"] = LoginTo(Text(given, "loginTo") ?? "monitor"),
            ["CredentialType"] = Text(given, "credential") ?? "PASSWORD",
        };
        if (shape == "new")
        {
            additional["UserName"] = name;
        }

        var record = Record("signin.amazonaws.com", kind, account, Text(given, "region") ?? "us-east-1", Text(given, "address") ?? "203.0.113.10", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
        record["userIdentity"] = identity;
        record["additionalEventData"] = additional;
        record["eventType"] = "AwsServiceEvent";
        record["readOnly"] = false;
        record["serviceEventDetails"] = new JsonObject { [kind] = result };
        if (shape == "new")
        {
            record.Remove("managementEvent");
        }

        return record;
    }

    private static string LoginTo(string name) => name switch
    {
        "monitor" => "https://studio.us-west-2.deadlinecloud.amazonaws.com/",
        "portal" => "https://d-1234567890.awsapps.com/start/",
        "workspaces" => "https://clients.amazonaws.com/workspaces",
        _ => name,
    };

    private static JsonObject Grant(JsonObject given)
    {
        var service = Text(given, "invokedBy") ?? "credentials.deadline.amazonaws.com";
        var record = AssumeRole(given, Text(given, "session") ?? "DeadlineSession-" + UserId(Text(given, "user")), service);
        record["userIdentity"] = new JsonObject { ["type"] = "AWSService", ["invokedBy"] = service };
        record["userAgent"] = service;
        return record;
    }

    private static JsonObject Chain(JsonObject given)
    {
        var record = AssumeRole(given, Text(given, "session")!, Text(given, "address") ?? "203.0.113.10");
        record["userIdentity"] = Identity(given, Text(given, "callerRole") ?? MonitorRole, Text(given, "callerSession"));
        return record;
    }

    private static JsonObject AssumeRole(JsonObject given, string session, string address)
    {
        var role = Text(given, "role") ?? MonitorRole;
        var record = Record("sts.amazonaws.com", "AssumeRole", Text(given, "account") ?? Account, Text(given, "region") ?? "us-west-2", address, "Boto3/1.34");
        record["requestParameters"] = new JsonObject { ["roleArn"] = role, ["roleSessionName"] = session, ["durationSeconds"] = 900 };
        if (Text(given, "error") is null && given["response"] is null)
        {
            // Java's date, as genuine records have it.
            var expiration = SignInScenario.Time(Text(given, "time")!).AddSeconds(900).ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture);
            record["responseElements"] = new JsonObject
            {
                ["credentials"] = new JsonObject { ["accessKeyId"] = Key(Text(given, "id")!), ["sessionToken"] = Hidden, ["expiration"] = expiration },
                ["assumedRoleUser"] = new JsonObject { ["assumedRoleId"] = "AROAEXAMPLEROLEID0001:" + session, ["arn"] = SessionArn(role, session) },
            };
        }

        record["readOnly"] = true;
        return record;
    }

    private static JsonObject Call(JsonObject given)
    {
        var name = Text(given, "name") ?? "GetJob";
        var record = Record("deadline.amazonaws.com", name, Text(given, "account") ?? Account, Text(given, "region") ?? "us-west-2", Text(given, "address") ?? "203.0.113.10", "Mozilla/5.0 Firefox/128.0");
        record["userIdentity"] = Identity(given, Text(given, "role") ?? MonitorRole, Text(given, "session"));
        record["requestParameters"] = new JsonObject { ["farmId"] = "farm-0123456789abcdef0123456789abcdef" };
        record["readOnly"] = name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("List", StringComparison.Ordinal) || name.StartsWith("Search", StringComparison.Ordinal);
        return record;
    }

    private static JsonObject Admin(JsonObject given)
    {
        var record = Record("deadline.amazonaws.com", Text(given, "name")!, Account, "us-west-2", "203.0.113.99", "aws-cli/2.27.0");
        record["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["userName"] = "admin", ["arn"] = $"arn:aws:iam::{Account}:user/admin", ["accountId"] = Account, ["accessKeyId"] = "AKIAIOSFODNN7EXAMPLE" };
        record["requestParameters"] = given["request"]!.DeepClone();
        record["readOnly"] = false;
        return record;
    }

    private static JsonObject Identity(JsonObject given, string role, string? session)
    {
        session ??= "DeadlineSession-" + UserId(Text(given, "user"));
        var identity = new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = "AROAEXAMPLEROLEID0001:" + session,
            ["arn"] = SessionArn(role, session),
            ["accountId"] = role.Split(':')[4],
            ["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = role, ["accountId"] = role.Split(':')[4], ["userName"] = role.Split('/')[^1] },
                ["attributes"] = new JsonObject { ["mfaAuthenticated"] = "false" },
            },
        };
        if (Text(given, "key") is { } key)
        {
            identity["accessKeyId"] = Key(key);
        }

        return identity;
    }

    private static string SessionArn(string role, string session) => $"arn:aws:sts::{role.Split(':')[4]}:assumed-role/{role.Split('/')[^1]}/{session}";

    private static JsonObject Record(string source, string name, string account, string region, string address, string agent) => new()
    {
        ["eventVersion"] = "1.11",
        ["eventSource"] = source,
        ["eventName"] = name,
        ["awsRegion"] = region,
        ["sourceIPAddress"] = address,
        ["userAgent"] = agent,
        ["requestParameters"] = null,
        ["responseElements"] = null,
        ["requestID"] = "0f0f0f0f-0000-4000-8000-000000000000",
        ["eventType"] = "AwsApiCall",
        ["managementEvent"] = true,
        ["recipientAccountId"] = account,
        ["eventCategory"] = "Management",
    };

    private static string? Text(JsonObject given, string name) => (string?)given[name];
}
