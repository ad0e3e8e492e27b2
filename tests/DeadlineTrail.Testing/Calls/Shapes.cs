using System;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing.Calls;

/// <summary>Values for the model's structures, where a call has to send one and nobody said which.</summary>
internal static class Shapes
{
    public static readonly string[] Names =
        ["Comp", "Lighting", "FX", "Layout", "Dailies", "Tests", "Lookdev", "Crowd", "Matte", "Final"];

    public static JsonNode? Value(string shape, Resource? on, Site site, Dice dice, DateTime now) => shape switch
    {
        "ResourceName" => dice.Pick(Names) + " " + dice.Between(2, 99),
        "IamRoleArn" => (on?.Kind == "Farm" ? site.FleetRole : site.QueueRole).Arn,
        "IdentityCenterInstanceArn" => "arn:aws:sso:::instance/ssoins-" + dice.Hex(16),
        "IdentityCenterPrincipalId" => dice.Uuid(),
        "IdentityStoreId" => "d-" + dice.Hex(10),
        "Subdomain" => site.Subdomain + "-" + dice.Hex(4),
        "AggregationId" => dice.Hex(32),
        "MeteredProductId" => dice.Pick(Products),
        "AmountRequirementName" => "amount." + dice.Pick(["nuke", "arnold", "karma", "vray"]) + "_licences",
        "VpcId" => site.Vpc,
        "CreateLicenseEndpointRequestSubnetIdsList" => new JsonArray("subnet-0" + dice.Hex(16)),
        "CreateLicenseEndpointRequestSecurityGroupIdsList" => new JsonArray("sg-0" + dice.Hex(16)),
        "FleetConfiguration" => Fleet(dice),
        "UsageTrackingResource" => new JsonObject { ["queueId"] = site.Living("Queue").Count > 0 ? dice.Pick(site.Living("Queue")).Id : "queue-" + dice.Hex(32) },
        "BudgetActionsToAdd" or "BudgetActions" or "BudgetActionsList" => BudgetActions(80),
        "BudgetSchedule" => new JsonObject
        {
            ["fixed"] = new JsonObject { ["startTime"] = RecordWriter.Stamp(now.Date), ["endTime"] = RecordWriter.Stamp(now.Date.AddDays(90)) },
        },
        "ConsumedUsageLimit" => dice.Between(5, 400) * 100,
        "MaxCount" or "MinZeroMaxInteger" => dice.Between(2, 40),
        "JobPriority" => 50,
        "Priority" => dice.Between(0, 100),
        "EnvironmentTemplate" => "specificationVersion: environment-2023-09\nenvironment:\n  name: Conda",
        "S3Location" => new JsonObject { ["bucketName"] = site.Bucket, ["key"] = "templates/" + dice.Hex(8) + ".json" },
        "SettingsMap" => new JsonObject { ["showCosts"] = "true", ["defaultQueueSort"] = "createdAt" },
        "SessionsStatisticsResources" => new JsonObject { ["queueIds"] = Ids("Queue", site) },
        "SyntheticTimestamp_date_time" => RecordWriter.Stamp(now.Date.AddDays(-dice.Below(30))),
        "UsageGroupBy" => new JsonArray("QUEUE_ID", "USER_ID"),
        "UsageStatistics" => new JsonArray("SUM"),
        "StringList" => new JsonArray("costCentre"),
        "SearchJobsRequestQueueIdsList" or "SearchStepsRequestQueueIdsList" or "SearchTasksRequestQueueIdsList" => Ids("Queue", site),
        "SearchWorkersRequestFleetIdsList" => Ids("Fleet", site),
        "SearchJobsRequestItemOffsetInteger" or "SearchStepsRequestItemOffsetInteger"
            or "SearchTasksRequestItemOffsetInteger" or "SearchWorkersRequestItemOffsetInteger" => 0,
        "BatchGetJobIdentifiers" => Batch(on, dice, "farmId", "queueId", "jobId"),
        "BatchGetStepIdentifiers" => Batch(on, dice, "farmId", "queueId", "jobId", "stepId"),
        "BatchGetTaskIdentifiers" => Batch(on, dice, "farmId", "queueId", "jobId", "stepId", "taskId"),
        "BatchGetSessionIdentifiers" => Batch(on, dice, "farmId", "queueId", "jobId", "sessionId"),
        "BatchGetSessionActionIdentifiers" => Batch(on, dice, "farmId", "queueId", "jobId", "sessionActionId"),
        "BatchGetWorkerIdentifiers" => Batch(on, dice, "farmId", "fleetId", "workerId"),
        "BatchUpdateJobItems" => With(Batch(on, dice, "farmId", "queueId", "jobId"), "priority", dice.Between(1, 100)),
        "BatchUpdateTaskItems" => With(Batch(on, dice, "farmId", "queueId", "jobId", "stepId", "taskId"), "targetRunStatus", "READY"),
        "JobEntityIdentifiers" => new JsonArray(new JsonObject { ["jobDetails"] = new JsonObject { ["jobId"] = site.Living("Job").Count > 0 ? site.Living("Job")[^1].Id : "job-" + dice.Hex(32) } }),
        _ => null,
    };

    public static JsonArray BudgetActions(int percent) => new(new JsonObject
    {
        ["type"] = percent < 100 ? "STOP_SCHEDULING_AND_COMPLETE_TASKS" : "STOP_SCHEDULING_AND_CANCEL_TASKS",
        ["thresholdPercentage"] = percent,
        ["description"] = $"at {percent} %",
    });

    public static JsonObject HostProperties(string name, string address) => new()
    {
        ["ipAddresses"] = new JsonObject { ["ipV4Addresses"] = new JsonArray(address), ["ipV6Addresses"] = new JsonArray() },
        ["hostName"] = name,
    };

    /// <summary>A customer-managed fleet's configuration.</summary>
    public static JsonObject Fleet(Dice dice) => new()
    {
        ["customerManaged"] = new JsonObject
        {
            ["mode"] = dice.Pick(["NO_SCALING", "EVENT_BASED_AUTO_SCALING"]),
            ["workerCapabilities"] = new JsonObject
            {
                ["vCpuCount"] = new JsonObject { ["min"] = 8, ["max"] = 64 },
                ["memoryMiB"] = new JsonObject { ["min"] = 32768 },
                ["osFamily"] = "LINUX",
                ["cpuArchitectureType"] = "x86_64",
            },
        },
    };

    /// <summary>A service-managed fleet's configuration.</summary>
    public static JsonObject Ec2Fleet(string market) => new()
    {
        ["serviceManagedEc2"] = new JsonObject
        {
            ["instanceCapabilities"] = new JsonObject
            {
                ["vCpuCount"] = new JsonObject { ["min"] = 16 },
                ["memoryMiB"] = new JsonObject { ["min"] = 65536 },
                ["osFamily"] = "LINUX",
                ["cpuArchitectureType"] = "x86_64",
            },
            ["instanceMarketOptions"] = new JsonObject { ["type"] = market },
        },
    };

    private static readonly string[] Products = ["arnold-7.3", "nuke-15.1", "karma-20.5", "vray-6.2"];

    private static JsonArray Ids(string kind, Site site) => new([.. site.Living(kind).Select(r => (JsonNode)r.Id)]);

    private static JsonArray Batch(Resource? on, Dice dice, params string[] names)
    {
        var item = new JsonObject();
        foreach (string name in names)
        {
            item[name] = on is not null && on.Identifiers.TryGetValue(name, out string? id) ? id : Made(name, dice);
        }

        return new JsonArray(item);
    }

    private static JsonArray With(JsonArray items, string name, JsonNode value)
    {
        items[0]![name] = value;
        return items;
    }

    private static string Made(string name, Dice dice)
    {
        string kind = Kinds.Identified.First(k => Kinds.NameOf(k) == name);
        return RequestBuilder.NewId(kind, null, dice);
    }
}
