using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>A render wrangler, all day in the monitor: looking, raising, requeueing, cancelling, archiving.</summary>
internal sealed class Wrangler(Stage stage, Person person)
{
    private readonly Dice _dice = stage.DiceFor(person.UserName);

    public IEnumerable<DateTime> Play()
    {
        for (int day = 0; day < stage.Options.Days; day++)
        {
            DateTime begins = stage.At(day, person.Begins, _dice.Below(40)) + _dice.Seconds(0, 59);
            if (begins.DayOfWeek is DayOfWeek.Sunday)
            {
                continue;
            }

            yield return begins;
            MonitorSession session = stage.OpenSession(person) ?? stage.SignIn(person);
            yield return Soon(75, 120);
            DateTime home = begins.AddHours(8);
            while (stage.Clock.Now < home)
            {
                foreach (DateTime time in Round(session))
                {
                    yield return time;
                }

                yield return stage.Clock.Now + _dice.Minutes(6, 45);
            }
        }
    }

    private IEnumerable<DateTime> Round(MonitorSession session)
    {
        stage.Api.Call(session.Browser, "SearchJobs", stage.Site.Farm, Jobs.Search(stage.Site, _dice));
        yield return Soon(2, 8);
        stage.Api.Call(session.Browser, "SearchWorkers", stage.Site.Farm);
        yield return Soon(2, 8);
        if (stage.Site.Living("Job") is not { Count: > 0 } jobs)
        {
            yield break;
        }

        Resource job = jobs[_dice.Below(jobs.Count)];
        stage.Api.Call(session.Browser, "GetJob", job);
        yield return Soon(2, 8);
        if (job.Deleted)
        {
            yield break;
        }

        switch (_dice.Below(11))
        {
            case 0:
                Jobs.Cancel(stage, session.Browser, job);
                break;
            case 1:
                stage.Api.Call(session.Browser, "UpdateJob", job, new JsonObject { ["targetTaskRunStatus"] = "SUSPENDED" });
                break;
            case 2:
                stage.Api.Call(session.Browser, "UpdateJob", job, new JsonObject { ["priority"] = _dice.Between(60, 100) });
                break;
            case 3:
                Requeue(session, job);
                break;
            case 4:
                Batch(session);
                break;
            case 5:
                EndSession(session);
                break;
            case 6:
                stage.Api.Call(session.Browser, "AssumeQueueRoleForRead", job.Parent);
                stage.Credentials.Assume(stage.Site.QueueRole, "QueueRole-" + _dice.Hex(12), stage.Site.Region, stage.Clock.Now, TimeSpan.FromHours(1));
                break;
            case 7:
                Person artist = _dice.Pick(stage.Cast.Artists);
                stage.Api.Call(session.Browser, "AssociateMemberToJob", job, Founding.Member(artist, _dice.Chance(0.5) ? "VIEWER" : "CONTRIBUTOR", stage));
                break;
            case 8:
                Members(session, job.Parent!);
                break;
            default:
                ArchiveOld(session);
                break;
        }

        yield return Soon(2, 8);
        if (stage.Site.Living("Worker") is [.., Resource worker])
        {
            stage.Api.Call(session.Browser, "ListSessionsForWorker", worker);
        }
    }

    private void Requeue(MonitorSession session, Resource job)
    {
        if (stage.Site.In(job, "Step").FirstOrDefault() is not Resource step)
        {
            return;
        }

        if (_dice.Chance(0.5))
        {
            stage.Api.Call(session.Browser, "UpdateStep", step, new JsonObject { ["targetTaskRunStatus"] = "READY" });
        }
        else
        {
            stage.Api.Call(session.Browser, "UpdateTask", Jobs.Task(stage.Site, step, _dice), new JsonObject { ["targetRunStatus"] = "READY" });
        }
    }

    private void Batch(MonitorSession session)
    {
        var items = new JsonArray();
        foreach (Resource job in stage.Site.Living("Job").Take(_dice.Between(1, 5)))
        {
            items.Add(new JsonObject
            {
                ["farmId"] = job.Identifiers["farmId"],
                ["queueId"] = job.Identifiers["queueId"],
                ["jobId"] = job.Id,
                ["priority"] = _dice.Between(1, 100),
            });
        }

        stage.Api.Call(session.Browser, "BatchUpdateJob", null, new JsonObject { ["jobs"] = items });
    }

    private void EndSession(MonitorSession session)
    {
        if (stage.Site.Living("Session") is [.., Resource running])
        {
            stage.Api.Call(session.Browser, "UpdateSession", running, new JsonObject { ["targetLifecycleStatus"] = "ENDED" });
            stage.Site.Remove(running);
        }
    }

    private void Members(MonitorSession session, Resource queue)
    {
        stage.Api.Call(session.Browser, "ListQueueMembers", queue);
        if (stage.Site.In(queue, "QueueMember").LastOrDefault() is Resource member && _dice.Chance(0.3))
        {
            stage.Api.Call(session.Browser, "DisassociateMemberFromQueue", member);
        }
        else
        {
            stage.Api.Call(session.Browser, "AssociateMemberToQueue", queue, Founding.Member(_dice.Pick(stage.Cast.Artists), "CONTRIBUTOR", stage));
        }
    }

    private void ArchiveOld(MonitorSession session)
    {
        foreach (Resource job in stage.Site.Living("Job").Where(j => j.TasksLeft <= 0 && j.Made < stage.Clock.Now.AddDays(-1)).Take(4).ToList())
        {
            Jobs.Archive(stage, session.Browser, job);
        }
    }

    private DateTime Soon(int least, int most) => stage.Clock.Now + _dice.Seconds(least, most);
}
