using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing.People;

/// <summary>The studio's own script, an IAM user with a long-term key: it asks every queue at night, and too fast.</summary>
internal static class Pipeline
{
    public static IEnumerable<DateTime> Play(Stage stage)
    {
        Dice dice = stage.DiceFor("pipeline");
        Caller script = Caller.User(stage.Site.Account, dice.UserId(), "svc-pipeline", dice.LongTermKey(), dice.PublicAddress(), UserAgents.Pipeline);
        for (int day = 0; day < stage.Options.Days; day++)
        {
            yield return stage.At(day, 22, 30);
            foreach (Resource queue in new List<Resource>(stage.Site.Living("Queue")))
            {
                if (queue.Deleted)
                {
                    continue;
                }

                stage.Api.Call(script, "ListJobs", queue, new JsonObject { ["maxResults"] = 100 }, dice.Chance(0.2) ? Refusal.Throttled : null);
                yield return stage.Clock.Now + dice.Seconds(0, 2);
            }

            List<Resource> jobs = [.. stage.Site.Living("Job")];
            for (int i = 0; i < Math.Min(jobs.Count, 6); i++)
            {
                if (!jobs[i].Deleted)
                {
                    stage.Api.Call(script, "GetJob", jobs[i], null, dice.Chance(0.1) ? Refusal.Throttled : null);
                    yield return stage.Clock.Now + dice.Seconds(0, 2);
                }
            }
        }
    }
}
