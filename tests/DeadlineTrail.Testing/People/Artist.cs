using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>
/// An artist's days: sign in, submit from the application or the command line, look at the monitor, go home. Now and then
/// the wrong queue, which is denied.
/// </summary>
internal static class Artist
{
    public static IEnumerable<DateTime> Play(Stage stage, Person person)
    {
        Dice dice = stage.DiceFor(person.UserName);
        for (int day = 0; day < stage.Options.Days; day++)
        {
            DateTime begins = stage.At(day, person.Begins, dice.Below(50)) + dice.Seconds(0, 59);
            if (begins.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !dice.Chance(0.08))
            {
                continue;
            }

            yield return begins;
            if (dice.Chance(0.06))
            {
                stage.Desk.Fail(person, stage.Site, person.Address, unknownName: false);
                yield return stage.Clock.Now + dice.Seconds(30, 90);
            }

            MonitorSession session = stage.OpenSession(person)
                ?? (day == 0 && dice.Chance(0.2) ? stage.Resume(person) : stage.SignIn(person));
            yield return stage.Clock.Now + dice.Seconds(75, 120);

            DateTime home = begins.AddHours(dice.Between(6, 9));
            while (stage.Clock.Now < home)
            {
                IEnumerable<DateTime> next = dice.Below(20) switch
                {
                    < 8 => Submit(stage, person, session, dice),
                    < 16 => LookAround(stage, session, dice),
                    < 19 => OwnJobs(stage, session, dice),
                    _ => Denied(stage, person, session, dice),
                };
                foreach (DateTime time in next)
                {
                    yield return time;
                }

                yield return stage.Clock.Now + dice.Minutes(8, 70);
            }
        }
    }

    private static IEnumerable<DateTime> Submit(Stage stage, Person person, MonitorSession session, Dice dice)
    {
        IReadOnlyList<Resource> queues = stage.Site.Living("Queue");
        if (queues.Count == 0)
        {
            yield break;
        }

        Resource queue = queues[dice.Below(Math.Min(2, queues.Count))];
        string agent = dice.Below(5) switch
        {
            0 => UserAgents.DeadlineCli("bundle.submit", dice.Chance(0.2) ? "claude-code" : null),
            1 => UserAgents.OldSubmitter(person.Application),
            _ => UserAgents.Submitter(person.Application, "2026.1"),
        };
        DateTime Soon() => stage.Clock.Now + dice.Seconds(1, 4);

        stage.Api.Call(session.With(agent), "GetQueue", queue);
        yield return Soon();
        stage.Api.Call(session.With(agent), "ListStorageProfilesForQueue", queue);
        yield return Soon();
        stage.Api.Call(session.With(agent), "AssumeQueueRoleForUser", queue);
        stage.Credentials.Assume(stage.Site.QueueRole, "QueueRole-" + dice.Hex(12), stage.Site.Region, stage.Clock.Now, TimeSpan.FromHours(1));
        yield return Soon();
        Resource? job = Jobs.Submit(stage, session.With(agent), queue, dice, person.UserId);
        yield return Soon();
        for (int i = dice.Between(0, 2); i > 0 && job is { Deleted: false }; i--)
        {
            stage.Api.Call(session.With(agent), "GetJob", job);
            yield return stage.Clock.Now + dice.Seconds(5, 40);
        }
    }

    private static IEnumerable<DateTime> LookAround(Stage stage, MonitorSession session, Dice dice)
    {
        stage.Api.Call(session.Browser, "SearchJobs", stage.Site.Farm, Jobs.Search(stage.Site, dice));
        yield return stage.Clock.Now + dice.Seconds(2, 9);
        if (stage.Site.Living("Job") is { Count: > 0 } jobs)
        {
            Resource job = dice.Pick(jobs);
            stage.Api.Call(session.Browser, "GetJob", job);
            stage.Api.Call(session.Browser, "ListSteps", job);
            yield return stage.Clock.Now + dice.Seconds(2, 9);
            if (!job.Deleted && stage.Site.In(job, "Step").FirstOrDefault() is Resource step)
            {
                stage.Api.Call(session.Browser, "ListTasks", step, new JsonObject { ["maxResults"] = 100 });
                yield return stage.Clock.Now + dice.Seconds(2, 9);
            }
        }

        stage.Api.Call(session.Browser, "ListQueues", stage.Site.Farm, new JsonObject { ["principalId"] = session.Person.UserId });
    }

    private static IEnumerable<DateTime> OwnJobs(Stage stage, MonitorSession session, Dice dice)
    {
        Resource? own = stage.Site.Living("Job").LastOrDefault(j => j.MadeBy == session.Person.UserId);
        if (own is not null)
        {
            stage.Api.Call(session.Browser, "UpdateJob", own, new JsonObject { ["priority"] = dice.Between(20, 80) });
            yield return stage.Clock.Now + dice.Seconds(3, 20);
        }
    }

    private static IEnumerable<DateTime> Denied(Stage stage, Person person, MonitorSession session, Dice dice)
    {
        Caller who = session.With(UserAgents.Submitter(person.Application, "2026.1"));
        Resource farm = stage.Site.Farm;
        string farmArn = stage.Api.ArnOf(farm);
        if (dice.Chance(0.35))
        {
            // The submitter had no farm and no queue chosen: identifiers are missing from the ARN in between.
            string malformed = $"arn:aws:deadline:{stage.Site.Region}:{stage.Site.Account}:farm//queue/";
            stage.Api.Call(who, "ListQueueEnvironments", null, new JsonObject { ["farmId"] = "", ["queueId"] = "" },
                Refusal.Denied(who, "ListQueueEnvironments", malformed, dice.Chance(0.5)) with { WithoutRequest = true });
            yield break;
        }

        Resource queue = stage.Site.Living("Queue")[^1];
        stage.Api.Call(who, "CreateJob", queue, Jobs.Template(dice),
            Refusal.Denied(who, "CreateJob", $"{farmArn}/queue/{queue.Id}", dice.Chance(0.5)) with { WithoutRequest = dice.Chance(0.5) });
        yield return stage.Clock.Now + dice.Seconds(20, 60);
        stage.Api.Call(who, "CreateJob", queue, Jobs.Template(dice),
            Refusal.Denied(who, "CreateJob", $"{farmArn}/queue/{queue.Id}", dice.Chance(0.5)));
    }
}
