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
/// What people ask a trail about afterwards. It happens in every studio on the same days, and the ledger says which
/// records show it.
/// </summary>
internal sealed class Chronicle(Stage stage)
{
    private readonly Dice _dice = stage.DiceFor("chronicle");
    private bool _signedIn;

    private IEnumerable<(DateTime At, string Title, Func<IEnumerable<string>> What)> Plan() =>
    [
        (stage.At(0, 14, 20), "A fleet is scaled up", ScaleFleet),
        (stage.At(1, 3, 12), "Sign-ins fail from an address nobody knows", GuessPasswords),
        (stage.At(1, 10, 5), "A budget is raised", RaiseBudget),
        (stage.At(1, 11, 40), "An artist is made owner of the farm", MakeOwner),
        (stage.At(1, 13, 45), "A job is given a name that is meant to harm", HostileName),
        (stage.At(1, 15, 30), "A job is cancelled", CancelJob),
        (stage.At(2, 9, 50), "A queue is deleted", DeleteQueue),
        (stage.At(2, 11, 15), "A queue is renamed", RenameQueue),
        (stage.At(2, 16, 0), "Jobs may run as the worker agent's user", RunAsAgent),
        (stage.At(3, 8, 40), "The root user looks at the farm", Root),
        (stage.At(3, 17, 20), "A federated contractor asks and is denied", Contractor),
        (stage.At(4, 10, 30), "A fleet moves from spot to on-demand", OnDemand),
        (stage.At(8, 13, 0), "A budget is deleted", DeleteBudget),
    ];

    public IEnumerable<DateTime> Play()
    {
        foreach ((DateTime at, string title, Func<IEnumerable<string>> what) in Plan())
        {
            if (at < stage.Clock.Now)
            {
                continue;
            }

            yield return at + _dice.Seconds(0, 55);
            DateTime began = stage.Clock.Now;
            List<string> events = [];
            foreach (string eventId in what())
            {
                events.Add(eventId);
                yield return stage.Clock.Now + (_signedIn ? _dice.Seconds(75, 110) : _dice.Seconds(4, 30));
                _signedIn = false;
            }

            stage.Ledger.Add(new Incident(title, began, events));
        }
    }

    private IEnumerable<string> ScaleFleet()
    {
        if (stage.Site.Named("Fleet", "Cloud spot") is Resource fleet)
        {
            yield return Event(stage.Console(), "GetFleet", fleet);
            yield return Event(stage.Console(), "UpdateFleet", fleet, new JsonObject { ["maxWorkerCount"] = 60, ["minWorkerCount"] = 5 });
        }
    }

    private IEnumerable<string> GuessPasswords()
    {
        const string Unknown = "198.51.100.77";
        for (int i = 0; i < 4; i++)
        {
            yield return stage.Desk.Fail(stage.Cast.Producer, stage.Site, Unknown, unknownName: i == 2);
        }
    }

    private IEnumerable<string> RaiseBudget()
    {
        if (stage.Site.Named("Budget", "Lighting, first quarter") is Resource budget)
        {
            if (stage.OpenSession(stage.Cast.Producer) is null)
            {
                yield return SignIn(stage.Cast.Producer);
            }

            MonitorSession session = stage.OpenSession(stage.Cast.Producer)!;
            yield return Event(session.Browser, "GetBudget", budget);
            yield return Event(session.Browser, "UpdateBudget", budget, new JsonObject
            {
                ["approximateDollarLimit"] = 18000,
                ["actionsToAdd"] = Shapes.BudgetActions(100),
            });
        }
    }

    private IEnumerable<string> MakeOwner()
    {
        JsonObject owner = Founding.Member(stage.Cast.Artists[0], "OWNER", stage);
        if (stage.OpenSession(stage.Cast.Wranglers[0]) is null)
        {
            yield return SignIn(stage.Cast.Wranglers[0]);
        }

        // A manager may give access up to manager.
        Caller who = stage.OpenSession(stage.Cast.Wranglers[0])!.Browser;
        yield return stage.Api.Call(who, "AssociateMemberToFarm", stage.Site.Farm, owner,
            Refusal.Denied(who, "AssociateMemberToFarm", stage.Api.ArnOf(stage.Site.Farm), exception: true)).EventId;
        yield return Event(stage.Console(), "AssociateMemberToFarm", stage.Site.Farm, owner);
    }

    private IEnumerable<string> HostileName()
    {
        if (!stage.Options.HostileText)
        {
            yield break;
        }

        Person artist = stage.Cast.Artists[^1];
        if (stage.OpenSession(artist) is null)
        {
            yield return SignIn(artist);
        }

        Caller who = stage.OpenSession(artist)!.With(UserAgents.DeadlineCli("bundle.submit"));
        foreach (string name in HostileText.Names.Take(2))
        {
            yield return Jobs.Submit(stage, who, stage.Site.Living("Queue")[0], _dice, artist.UserId, name, refusable: false)!.EventId!;
        }
    }

    private IEnumerable<string> CancelJob()
    {
        Resource queue = stage.Site.Living("Queue")[0];
        Person artist = stage.Cast.Artists[^1];
        if (stage.OpenSession(artist) is null)
        {
            yield return SignIn(artist);
        }

        MonitorSession submitter = stage.OpenSession(artist)!;
        Resource? job = Jobs.Submit(stage, submitter.With(UserAgents.Submitter(artist.Application, "2026.1")), queue, _dice, artist.UserId, "sq040_sh0120_final_v099", refusable: false);
        yield return job!.EventId!;
        if (stage.OpenSession(stage.Cast.Wranglers[0]) is null)
        {
            yield return SignIn(stage.Cast.Wranglers[0]);
        }

        yield return Jobs.Cancel(stage, stage.OpenSession(stage.Cast.Wranglers[0])!.Browser, job);
    }

    private IEnumerable<string> DeleteQueue()
    {
        if (stage.Site.Named("Queue", "Playblasts") is not Resource queue)
        {
            yield break;
        }

        yield return stage.Api.Call(stage.Cli("DeleteQueue"), "DeleteQueue", queue, refused: Refusal.Conflict($"Queue {queue.Id} has queue-fleet associations.")).EventId;
        foreach (Resource association in stage.Site.Living("QueueFleetAssociation").Where(a => a.Identifiers["queueId"] == queue.Id).ToList())
        {
            yield return Event(stage.Cli("UpdateQueueFleetAssociation"), "UpdateQueueFleetAssociation", association, new JsonObject { ["status"] = "STOP_SCHEDULING_AND_CANCEL_TASKS" });
            yield return Event(stage.Cli("DeleteQueueFleetAssociation"), "DeleteQueueFleetAssociation", association);
        }

        yield return Event(stage.Cli("DeleteQueue"), "DeleteQueue", queue);
    }

    private IEnumerable<string> RenameQueue()
    {
        if (stage.Site.Named("Queue", "Lighting") is Resource queue)
        {
            yield return Event(stage.Administrator(UserAgents.PowerShell), "UpdateQueue", queue, new JsonObject { ["displayName"] = "Lighting 4K" });
        }
    }

    private IEnumerable<string> RunAsAgent()
    {
        if (stage.Site.Named("Queue", "FX") is Resource queue)
        {
            yield return Event(stage.Cli("UpdateQueue"), "UpdateQueue", queue,
                new JsonObject { ["jobRunAsUser"] = new JsonObject { ["runAs"] = "WORKER_AGENT_USER" } });
        }
    }

    private IEnumerable<string> Root()
    {
        Caller root = Caller.Root(stage.Site.Account, stage.Clock.Now.AddMinutes(-2), stage.Cast.Admin.Address, stage.Cast.Admin.Browser);
        yield return Event(root, "ListFarms", null);
        yield return Event(root, "GetFarm", stage.Site.Farm);
    }

    private IEnumerable<string> Contractor()
    {
        Caller contractor = Caller.Federated(stage.Site.Account, _dice.UserId(), "svc-federation", "contractor-07", _dice.TemporaryKey(),
            stage.Clock.Now.AddMinutes(-20), _dice.PublicAddress(), UserAgents.Pipeline);
        yield return Event(contractor, "ListFarms", null);
        yield return stage.Api.Call(contractor, "ListQueues", stage.Site.Farm,
            refused: Refusal.Denied(contractor, "ListQueues", stage.Api.ArnOf(stage.Site.Farm), exception: false)).EventId;
    }

    private IEnumerable<string> OnDemand()
    {
        if (stage.Site.Named("Fleet", "Cloud spot") is Resource fleet)
        {
            yield return Event(stage.Console(), "UpdateFleet", fleet, new JsonObject { ["configuration"] = Shapes.Ec2Fleet("on-demand") });
        }
    }

    private IEnumerable<string> DeleteBudget()
    {
        if (stage.Site.Named("Budget", "Lighting, first quarter") is Resource budget)
        {
            yield return Event(stage.Console(), "DeleteBudget", budget);
        }
    }

    // Signing in takes its time; nobody can call before.
    private string SignIn(Person person)
    {
        _signedIn = true;
        return stage.SignIn(person).Truth.SignInEventId!;
    }

    private string Event(Caller who, string name, Resource? on, JsonObject? with = null) => stage.Api.Call(who, name, on, with).EventId;
}
