using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>
/// Sign-ins that are not of the usual kind: a session over midnight, the monitors of two accounts on one sign-in, other roles
/// assumed with the monitor's credentials, and sign-ins after which nothing comes. Where credentials come from only shows in their keys.
/// </summary>
internal static class NightShift
{
    private const string Agent = "Boto3/1.34.2 md/Botocore#1.34.2 ua/2.0 os/linux#6.1 lang/python#3.11";

    /// <summary>Somebody watches the night's frames, from half past ten in the evening until two.</summary>
    public static IEnumerable<DateTime> Watch(IReadOnlyList<Stage> stages)
    {
        Dice dice = stages[0].DiceFor("night watch");
        Person person = Someone("nadia.night", dice);
        for (int day = 0; day < stages[0].Options.Days; day++)
        {
            yield return stages[0].At(day, 22, 30) + dice.Minutes(0, 20);
            MonitorSession first = stages[0].Desk.SignIn(person, stages[0].Site);
            yield return stages[0].Clock.Now + dice.Seconds(75, 120);
            MonitorSession last = stages.Count > 1 ? first.Other(stages[^1].Site) : first;
            DateTime end = stages[0].At(day + 1, 2);
            for (bool here = true; stages[0].Clock.Now < end; here = !here)
            {
                Stage stage = here ? stages[0] : stages[^1];
                stage.Api.Call((here ? first : last).Browser, "SearchJobs", stage.Site.Farm, Jobs.Search(stage.Site, dice));
                yield return stage.Clock.Now + dice.Minutes(7, 21);
            }
        }
    }

    /// <summary>Two people sign in, one to the monitor and one to the portal, and are never given credentials.</summary>
    public static IEnumerable<DateTime> PassBy(Stage stage)
    {
        Dice dice = stage.DiceFor("passers-by");
        Person[] people = [Bound("pia.passing", toMonitor: true, dice), Bound("paul.portal", toMonitor: false, dice)];
        for (int day = 0; day < stage.Options.Days; day++)
        {
            foreach (Person person in people)
            {
                yield return stage.At(day, 12) + dice.Minutes(0, 50);
                stage.Desk.SignIn(person, stage.Site);
            }
        }
    }

    /// <summary>A supervisor's script takes on the pipeline's role, and with that one another.</summary>
    public static IEnumerable<DateTime> Chain(Stage stage)
    {
        Dice dice = stage.DiceFor("role chains");
        Person person = Someone("sol.chain", dice);
        var pipeline = new Role(stage.Site.Account, "", stage.Site.Name + "-pipeline", dice.RoleId());
        var vault = new Role(stage.Site.Account, "", stage.Site.Name + "-vault", dice.RoleId());
        for (int day = 0; day < stage.Options.Days; day++)
        {
            yield return stage.At(day, 20) + dice.Minutes(0, 50);
            MonitorSession session = stage.Desk.SignIn(person, stage.Site);
            yield return stage.Clock.Now + dice.Seconds(75, 120);
            stage.Api.Call(session.With(Agent), "ListQueues", stage.Site.Farm, new JsonObject { ["maxResults"] = 100 });
            Caller first = session.Assume(session.With(Agent), pipeline, "nightly");
            yield return stage.Clock.Now + dice.Minutes(1, 9);
            stage.Api.Call(first, "GetFarm", stage.Site.Farm);
            Caller second = session.Assume(first, vault, "deeper");
            yield return stage.Clock.Now + dice.Minutes(1, 9);
            stage.Api.Call(second, "ListQueues", stage.Site.Farm, new JsonObject { ["maxResults"] = 10 });
        }
    }

    private static Person Bound(string name, bool toMonitor, Dice dice)
    {
        Person person = Someone(name, dice);
        while (SignInDesk.IsBoundForMonitor(person) != toMonitor)
        {
            person = Someone(name, dice);
        }

        return person;
    }

    private static Person Someone(string name, Dice dice) => new()
    {
        UserName = name + "@studio.example",
        UserId = dice.Uuid(),
        Address = dice.PublicAddress(),
        Browser = UserAgents.Browser(dice),
        Application = UserAgents.Applications[0],
        Level = "MANAGER",
        Credential = "PASSWORD,TOTP",
        Begins = 20,
    };
}
