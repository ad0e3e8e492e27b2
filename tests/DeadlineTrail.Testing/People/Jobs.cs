using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing.People;

/// <summary>Jobs as they are submitted and looked for.</summary>
internal static class Jobs
{
    private static readonly string[] Shots = ["010", "020", "035", "040", "110", "120", "155", "200", "310", "400"];

    /// <summary>Submits a job and makes the steps the service makes of it; null when the call was refused.</summary>
    public static Resource? Submit(Stage stage, Caller who, Resource queue, Dice dice, string? by, string? name = null, bool refusable = true)
    {
        JsonObject with = Template(dice);
        if (name is null && stage.Options.HostileText && dice.Chance(0.04))
        {
            with["nameOverride"] = dice.Pick(HostileText.Names);
        }
        else if (name is not null || dice.Chance(0.6))
        {
            with["nameOverride"] = name ?? $"sq{dice.Pick(Shots)}_sh{dice.Pick(Shots)}_{dice.Pick(Shapes.Names).ToLowerInvariant()}_v{dice.Between(1, 120):000}";
        }

        Refusal? refused = refusable && dice.Chance(0.01)
            ? Refusal.Invalid("Value at 'priority' failed to satisfy constraint: Member must have value less than or equal to 100")
            : null;
        if (refused is not null)
        {
            with["priority"] = 500;
        }

        Resource? job = stage.Api.Call(who, "CreateJob", queue, with, refused, by).Made;
        if (job is not null)
        {
            job.TasksLeft = dice.Between(4, 40);
            int steps = dice.Between(1, 2);
            for (int i = 0; i < steps; i++)
            {
                string id = RequestBuilder.NewId("Step", job, dice);
                stage.Site.Add(new Resource("Step", id, job, [new("stepId", id)]));
            }
        }

        return job;
    }

    public static JsonObject Template(Dice dice) => new()
    {
        ["priority"] = dice.Chance(0.7) ? 50 : dice.Between(1, 99),
        ["template"] = "{\"specificationVersion\":\"jobtemplate-2023-09\"}",
        ["templateType"] = "JSON",
        ["parameters"] = new JsonObject { ["Frames"] = new JsonObject { ["string"] = "1001-1120" } },
        ["attachments"] = new JsonObject
        {
            ["manifests"] = new JsonArray(new JsonObject { ["rootPath"] = "/mnt/projects", ["rootPathFormat"] = "posix" }),
            ["fileSystem"] = "COPIED",
        },
        ["maxFailedTasksCount"] = 20,
        ["maxRetriesPerTask"] = 5,
    };

    public static JsonObject Search(Site site, Dice dice)
    {
        var queues = new JsonArray();
        foreach (Resource queue in site.Living("Queue"))
        {
            queues.Add(queue.Id);
        }

        return new JsonObject
        {
            ["queueIds"] = queues,
            ["itemOffset"] = dice.Below(3) * 100,
            ["pageSize"] = 100,
            ["sortExpressions"] = new JsonArray(new JsonObject { ["fieldSort"] = new JsonObject { ["sortOrder"] = "DESCENDING", ["name"] = "CREATED_AT" } }),
        };
    }

    /// <summary>A task of a step. Tasks are numbered; only those somebody touches are kept.</summary>
    public static Resource Task(Site site, Resource step, Dice dice)
    {
        string id = RequestBuilder.NewId("Task", step, dice);
        if (site.Find("Task", id) is not Resource task)
        {
            site.Add(task = new Resource("Task", id, step, [new("taskId", id)]));
        }

        return task;
    }

    /// <summary>Cancels a job: nothing of it is rendered any more. Returns the event's id.</summary>
    public static string Cancel(Stage stage, Caller who, Resource job)
    {
        Outcome outcome = stage.Api.Call(who, "UpdateJob", job, new JsonObject { ["targetTaskRunStatus"] = "CANCELED" });
        job.TasksLeft = 0;
        return outcome.EventId;
    }

    /// <summary>Archives a job; there is no call that deletes one.</summary>
    public static void Archive(Stage stage, Caller who, Resource job)
    {
        if (stage.Api.Call(who, "UpdateJob", job, new JsonObject { ["lifecycleStatus"] = "ARCHIVED" }).Succeeded)
        {
            // An archived job is gone from every list, as a deleted one would be.
            stage.Site.Remove(job);
        }
    }
}
