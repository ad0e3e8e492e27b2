using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.Model;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>
/// Plays on the last day every part nobody has played: each operation that has not happened yet, by somebody who may call
/// it, on something that is there.
/// </summary>
internal sealed class Understudy(Stage stage)
{
    private readonly Dice _dice = stage.DiceFor("understudy");

    public IEnumerable<DateTime> Play()
    {
        yield return stage.At(stage.Options.Days - 1, 12);
        MonitorSession monitor = stage.OpenSession(stage.Cast.Producer) ?? stage.SignIn(stage.Cast.Producer);
        yield return stage.Clock.Now + _dice.Seconds(75, 120);
        foreach (Operation operation in Operations.All)
        {
            if (stage.Ledger.Tally.Operations.ContainsKey(operation.Name))
            {
                continue;
            }

            Resource? on = operation.Verb is "Delete" or "Disassociate" ? Sacrifice(operation.Resource) : Subject(operation);
            stage.Api.Call(Who(operation, monitor), operation.Name, on, What(operation));
            yield return Soon();
        }
    }

    private Caller Who(Operation operation, MonitorSession monitor)
    {
        if (operation.Actors.Any(a => a.StartsWith("worker", StringComparison.Ordinal)))
        {
            return Caller.InRole(stage.Site.FleetRole, "worker-" + _dice.Hex(32), _dice.TemporaryKey(), stage.Clock.Now, _dice.PrivateAddress(), UserAgents.Worker);
        }

        if (operation.Actors.Any(a => a.StartsWith("monitor", StringComparison.Ordinal)))
        {
            return monitor.Browser;
        }

        return _dice.Below(3) switch
        {
            0 => stage.Console(),
            1 => stage.Administrator(UserAgents.PowerShell),
            _ => stage.Cli(operation.Name),
        };
    }

    /// <summary>What the operation's path names last, or what a batch is about.</summary>
    private Resource? Subject(Operation operation)
    {
        if (operation.Name.StartsWith("Batch", StringComparison.Ordinal) && operation.Resource != "JobEntity")
        {
            return Living(operation.Resource);
        }

        if (operation.Resource == "Tags")
        {
            return stage.Site.Farm;
        }

        return Kinds.PairOf(operation.Resource).Count > 0 && operation.Verb is ("Update" or "Get")
            ? Living(operation.Resource)
            : SubjectOfPath(operation);
    }

    private Resource? SubjectOfPath(Operation operation)
    {
        List<string> path = [.. operation.Request.Where(p => p.Place == "uri" && p.Name is not ("principalId" or "productId")).Select(p => p.Name)];
        if (path.Count == 0)
        {
            return null;
        }

        // A storage profile lies in the farm, so the queue in GetStorageProfileForQueue's path is the subject.
        string last = path[^1] == "storageProfileId" && path.Contains("queueId") ? "queueId" : path[^1];
        return Living(Kinds.Identified.First(k => Kinds.NameOf(k) == last));
    }

    private JsonObject? What(Operation operation)
    {
        if (operation.Verb == "Associate")
        {
            return Founding.Member(stage.Cast.Artists[^1], "MANAGER", stage);
        }

        if (operation.Name is "TagResource")
        {
            return new JsonObject { ["tags"] = new JsonObject { ["show"] = "Umbra" } };
        }

        if (operation.Verb != "Update" || operation.Request.Any(p => p.Place == "body" && p.Required))
        {
            return null;
        }

        string[] names = ["displayName", "priority", "maxCount", "status"];
        string? name = names.FirstOrDefault(n => operation.Request.Any(p => p.Name == n));
        return name switch
        {
            "displayName" => new JsonObject { [name] = "As it was" },
            "status" => new JsonObject { [name] = "STARTED" },
            null => null,
            _ => new JsonObject { [name] = 42 },
        };
    }

    /// <summary>One of a kind that is there, or made now.</summary>
    private Resource Living(string kind) => stage.Site.Living(kind) is { Count: > 0 } living ? living[^1] : Make(kind);

    /// <summary>One that nobody will miss.</summary>
    private Resource Sacrifice(string kind) => kind is "Job" ? Living(kind) : Make(kind);

    private Resource Make(string kind)
    {
        Caller console = stage.Console();
        switch (kind)
        {
            case "Volume" or "Session":
                return ByService(kind, Living(kind == "Volume" ? "Fleet" : "Job"));
            case "SessionAction":
                return ByService(kind, Living("Session"));
            case "Step":
                return ByService(kind, Living("Job"));
            case "Task":
                return ByService(kind, Living("Step"));
            case "Job":
                return Jobs.Submit(stage, console, stage.Site.Living("Queue")[0], _dice, null, refusable: false)!;
            case "Worker":
                return stage.Api.Call(console, "CreateWorker", Living("Fleet")).Made!;
            case "MeteredProduct":
                return stage.Api.Call(console, "PutMeteredProduct", Living("LicenseEndpoint"), new JsonObject { ["productId"] = "karma-20.5" }).Made!;
            case "QueueFleetAssociation":
                return stage.Api.Call(console, "Create" + kind, stage.Site.Farm, Founding.Pair(Make("Queue"), "fleetId", Living("Fleet"))).Made!;
            case "QueueLimitAssociation":
                return stage.Api.Call(console, "Create" + kind, stage.Site.Farm, Founding.Pair(Make("Queue"), "limitId", Living("Limit"))).Made!;
            case "FarmMember" or "QueueMember" or "FleetMember" or "JobMember":
                string of = kind[..^"Member".Length];
                return stage.Api.Call(console, "AssociateMemberTo" + of, Living(of), Founding.Member(stage.Cast.Artists[0] with { UserId = _dice.Uuid() }, "VIEWER", stage)).Made!;
            case "QueueEnvironment":
                return stage.Api.Call(console, "Create" + kind, stage.Site.Living("Queue")[0]).Made!;
            default:
                return stage.Api.Call(console, "Create" + kind, kind is "Farm" or "Monitor" or "LicenseEndpoint" ? null : stage.Site.Farm).Made!;
        }
    }

    private Resource ByService(string kind, Resource parent)
    {
        string id = RequestBuilder.NewId(kind, parent, _dice);
        var made = new Resource(kind, id, parent, [new(Kinds.NameOf(kind), id)]);
        stage.Site.Add(made);
        return made;
    }

    private DateTime Soon() => stage.Clock.Now + _dice.Seconds(4, 40);
}
