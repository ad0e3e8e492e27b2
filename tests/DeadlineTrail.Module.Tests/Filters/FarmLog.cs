using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Trails;

namespace DeadlineTrail.Module.Tests.Filters;

/// <summary>Sixteen records, written by hand so that each filter keeps some of them and not others.</summary>
internal static class FarmLog
{
    public static IReadOnlyList<JsonObject> Records { get; } =
    [
        // 1: Mia renames the queue. 2: She may not delete another farm, which only the error's text names.
        HandWritten.Record(1),
        Call(2, "DeleteFarm", "Write", "{}", record =>
        {
            record["errorCode"] = "AccessDenied";
            record["errorMessage"] = $"User: arn:aws:iam::{HandWritten.Account}:user/mia is not authorized to perform: deadline:DeleteFarm on resource: arn:aws:deadline:us-west-2:{HandWritten.Account}:farm/{Id("farm", '2')}";
        }),

        // 3: A person through the monitor submits a job, whose identifier is in the answer only.
        Call(3, "CreateJob", "Write", $$"""{"farmId":"{{HandWritten.Farm}}","queueId":"{{HandWritten.Queue}}","name":"shot 010"}""", record =>
        {
            Role(record, "monitor-role", "DeadlineSession-1f0c415a-29c6-4a70-812a-1b06facb6966", "ASIAMONITORUSEREXAMPL");
            record["responseElements"] = new JsonObject { ["jobId"] = Id("job", '1') };
            record["sourceIPAddress"] = "2001:db8::7";
            Data(record);
        }),

        // 4: A worker of a fleet. 5: The same, throttled.
        Worker(4, null),
        Worker(5, "ThrottlingException"),

        // 6: Somebody in the console of another account and Region, with a budget. 7: The same, denied by the other name.
        Console(6, "GetBudget", $$"""{"budgetId":"{{Id("budget", '1')}}"}""", null),
        Console(7, "GetMonitor", $$"""{"monitorId":"{{Id("monitor", '1')}}"}""", "AccessDeniedException"),

        // 8: A batch names two tasks' worth of jobs. 9 to 13: one of a kind each.
        Call(8, "BatchGetJobEntity", "Read", $$$"""{"identifiers":[{"jobDetails":{"jobId":"{{{Id("job", '1')}}}"}},{"stepDetails":{"jobId":"{{{Id("job", '2')}}}","stepId":"{{{Id("step", '2')}}}"}}]}"""),
        Call(9, "UpdateTask", "Write", $$"""{"jobId":"{{Id("job", '1')}}","stepId":"{{Id("step", '1')}}","taskId":"{{Id("task", '1')}}-0"}"""),
        Call(10, "GetSessionAction", "Read", $$"""{"sessionActionId":"{{Id("sessionaction", '1')}}-7"}"""),
        Call(11, "GetSession", "Read", $$"""{"sessionId":"{{Id("session", '1')}}"}"""),
        Call(12, "GetLicenseEndpoint", "Read", $$"""{"licenseEndpointId":"{{Id("le", '1')}}"}"""),
        Call(13, "GetQueueEnvironment", "Read", $$"""{"queueEnvironmentId":"{{Id("queueenv", '1')}}","storageProfileId":"{{Id("sp", '1')}}","limitId":"{{Id("limit", '1')}}","volumeId":"{{Id("volume", '1')}}"}"""),
        Call(14, "AssociateMemberToFarm", "Write", """{"principalId":"906778a180-99e155d8-c202-4e57-ae81-dff967895196","principalType":"USER"}"""),

        // 15: A sign-in that failed. 16: A service hands out a role.
        HandWritten.Record(15, record =>
        {
            record["userIdentity"] = JsonNode.Parse($$"""{"type":"IdentityCenterUser","accountId":"{{HandWritten.Account}}","onBehalfOf":{"userId":"1f0c415a-29c6-4a70-812a-1b06facb6966","identityStoreArn":"arn:aws:identitystore::{{HandWritten.Account}}:identitystore/d-1234567890"} }""");
            record["eventSource"] = "signin.amazonaws.com";
            record["eventName"] = "CredentialVerification";
            record["requestParameters"] = null;
            record["serviceEventDetails"] = new JsonObject { ["CredentialVerification"] = "Failure" };
            record["eventType"] = "AwsServiceEvent";
        }),
        HandWritten.Record(16, record =>
        {
            record["userIdentity"] = JsonNode.Parse("""{"type":"AWSService","invokedBy":"credentials.deadline.amazonaws.com"}""");
            record["eventSource"] = "sts.amazonaws.com";
            record["eventName"] = "AssumeRole";
            record["sourceIPAddress"] = "credentials.deadline.amazonaws.com";
            record["requestParameters"] = JsonNode.Parse("""{"roleArn":"arn:aws:iam::111122223333:role/monitor-role"}""");
        }),
    ];

    public static string Id(string prefix, char digit) => prefix + "-" + new string(digit, 32);

    private static JsonObject Call(int minute, string name, string access, string request, Action<JsonObject>? change = null) =>
        HandWritten.Record(minute, record =>
        {
            record["eventName"] = name;
            record["readOnly"] = access == "Read";
            record["requestParameters"] = JsonNode.Parse(request);
            change?.Invoke(record);
        });

    private static JsonObject Worker(int minute, string? error) =>
        Call(minute, "UpdateWorkerSchedule", "Write", $$"""{"fleetId":"{{Id("fleet", '1')}}","workerId":"{{Id("worker", '1')}}"}""", record =>
        {
            Role(record, "AWSDeadlineCloudFleetRole-218216567", Id("worker", '1'), "ASIAWORKEREXAMPLE");
            record["sourceIPAddress"] = "10.20.4.133";
            record["userAgent"] = "deadline_worker_agent/0.28.5";
            record["errorCode"] = error;
            Data(record);
        });

    private static JsonObject Console(int minute, string name, string request, string? error) => Call(minute, name, "Read", request, record =>
    {
        Role(record, "Admin", "rosa", "ASIACONSOLEEXAMPLE");
        record["sessionCredentialFromConsole"] = "true";
        record["awsRegion"] = "eu-west-1";
        record["recipientAccountId"] = "000000000042";
        record["sourceIPAddress"] = "203.0.113.9, 10.20.2.138";
        record["errorCode"] = error;
    });

    private static void Role(JsonObject record, string role, string session, string key) => record["userIdentity"] = JsonNode.Parse($$"""
        {
          "type": "AssumedRole", "principalId": "AROAEXAMPLE:{{session}}", "accountId": "{{HandWritten.Account}}", "accessKeyId": "{{key}}",
          "arn": "arn:aws:sts::{{HandWritten.Account}}:assumed-role/{{role}}/{{session}}",
          "sessionContext": { "sessionIssuer": { "type": "Role", "arn": "arn:aws:iam::{{HandWritten.Account}}:role/{{role}}", "userName": "{{role}}" } }
        }
        """);

    private static void Data(JsonObject record)
    {
        record["eventCategory"] = "Data";
        record["managementEvent"] = false;
    }
}
