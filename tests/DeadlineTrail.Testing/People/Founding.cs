using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing.People;

/// <summary>
/// The first morning: CloudFormation makes the farm, the administrator makes what is left in the console and gives people
/// their access.
/// </summary>
internal static class Founding
{
    public static readonly string[] Queues = ["Lighting", "FX", "Playblasts"];

    public static IEnumerable<DateTime> Play(Stage stage)
    {
        Dice dice = stage.DiceFor("founding");
        DeadlineApi api = stage.Api;
        Site site = stage.Site;
        Caller stack = stage.Console().Through("cloudformation.amazonaws.com");
        DateTime Soon() => stage.Clock.Now + dice.Seconds(2, 20);

        Resource farm = api.Call(stack, "CreateFarm", null, new JsonObject
        {
            ["displayName"] = site.Name,
            ["description"] = "The studio's render farm",
            ["kmsKeyArn"] = site.KmsKey,
            ["tags"] = new JsonObject { ["studio"] = site.Name, ["costCentre"] = "4100" },
        }).Made!;
        yield return Soon();

        var queues = new List<Resource>();
        foreach (string name in Queues)
        {
            queues.Add(api.Call(stack, "CreateQueue", farm, Queue(name, site)).Made!);
            yield return Soon();
        }

        Resource workstations = api.Call(stack, "CreateFleet", farm, new JsonObject
        {
            ["displayName"] = "Machine room",
            ["description"] = "Hosts in the basement",
            ["roleArn"] = site.FleetRole.Arn,
            ["minWorkerCount"] = 0,
            ["maxWorkerCount"] = Math.Max(8, stage.Options.Workers),
            ["configuration"] = Shapes.Fleet(dice),
        }).Made!;
        yield return Soon();
        Resource cloud = api.Call(stack, "CreateFleet", farm, new JsonObject
        {
            ["displayName"] = "Cloud spot",
            ["description"] = "EC2 spot instances",
            ["roleArn"] = site.FleetRole.Arn,
            ["minWorkerCount"] = 0,
            ["maxWorkerCount"] = 20,
            ["configuration"] = Shapes.Ec2Fleet("spot"),
            ["hostConfiguration"] = new JsonObject { ["scriptBody"] = "#!/bin/bash\ndnf install -y lustre-client", ["scriptTimeoutSeconds"] = 600 },
        }).Made!;
        yield return Soon();
        foreach (Resource queue in queues)
        {
            api.Call(stack, "CreateQueueFleetAssociation", farm, Pair(queue, "fleetId", workstations));
            yield return Soon();
        }

        api.Call(stack, "CreateQueueFleetAssociation", farm, Pair(queues[0], "fleetId", cloud));
        yield return Soon();
        api.Call(stack, "CreateStorageProfile", farm, new JsonObject
        {
            ["displayName"] = "Linux workstations",
            ["osFamily"] = "LINUX",
            ["fileSystemLocations"] = new JsonArray(new JsonObject { ["name"] = "Projects", ["path"] = "/mnt/projects", ["type"] = "SHARED" }),
        });
        yield return Soon();
        api.Call(stack, "CreateQueueEnvironment", queues[0], new JsonObject { ["priority"] = 1, ["templateType"] = "YAML", ["template"] = "name: Conda" });
        yield return stage.Clock.Now + dice.Minutes(8, 20);

        Caller console = stage.Console();
        api.Call(console, "CreateMonitor", null, new JsonObject { ["displayName"] = site.Name, ["subdomain"] = site.Subdomain, ["roleArn"] = site.MonitorRole.Arn });
        yield return Soon();
        Resource limit = api.Call(console, "CreateLimit", farm, new JsonObject { ["displayName"] = "Nuke licences", ["amountRequirementName"] = "amount.nuke_licences", ["maxCount"] = 12 }).Made!;
        yield return Soon();
        api.Call(console, "CreateQueueLimitAssociation", farm, Pair(queues[0], "limitId", limit));
        yield return Soon();
        Resource licences = api.Call(console, "CreateLicenseEndpoint", null).Made!;
        yield return Soon();
        api.Call(console, "PutMeteredProduct", licences, new JsonObject { ["productId"] = "arnold-7.3" });
        yield return Soon();
        foreach (Person person in stage.Cast.Everybody)
        {
            api.Call(console, "AssociateMemberToFarm", farm, Member(person, person.Level, stage));
            yield return Soon();
        }

        foreach (Person artist in stage.Cast.Artists)
        {
            api.Call(console, "AssociateMemberToQueue", queues[dice.Below(2)], Member(artist, "CONTRIBUTOR", stage));
            yield return Soon();
        }

        api.Call(console, "CreateBudget", farm, new JsonObject
        {
            ["displayName"] = "Lighting, first quarter",
            ["description"] = "Agreed with production",
            ["usageTrackingResource"] = new JsonObject { ["queueId"] = queues[0].Id },
            ["approximateDollarLimit"] = 12000.5,
            ["actions"] = Shapes.BudgetActions(90),
        });
    }

    public static JsonObject Queue(string name, Site site) => new()
    {
        ["displayName"] = name,
        ["defaultBudgetAction"] = "NONE",
        ["jobAttachmentSettings"] = new JsonObject { ["s3BucketName"] = site.Bucket, ["rootPrefix"] = name.Replace(' ', '-') },
        ["roleArn"] = site.QueueRole.Arn,
        ["jobRunAsUser"] = new JsonObject
        {
            ["posix"] = new JsonObject { ["user"] = "job-user", ["group"] = "job-group" },
            ["runAs"] = "QUEUE_CONFIGURED_USER",
        },
    };

    public static JsonObject Pair(Resource queue, string name, Resource other) => new() { ["queueId"] = queue.Id, [name] = other.Id };

    public static JsonObject Member(Person person, string level, Stage stage)
    {
        var member = new JsonObject
        {
            ["principalId"] = person.UserId,
            ["principalType"] = "USER",
            ["identityStoreId"] = stage.Desk.IdentityStoreId,
            ["membershipLevel"] = level,
        };
        if (stage.Desk.Region != stage.Site.Region)
        {
            member["identityCenterRegion"] = stage.Desk.Region;
        }

        return member;
    }
}
