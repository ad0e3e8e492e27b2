using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;

namespace DeadlineTrail.Testing.People;

/// <summary>The administrator's small change: a queue for a show that ends, tags, sizes, limits; console, CLI, PowerShell.</summary>
internal sealed class Administrator(Stage stage)
{
    private static readonly string[] Shows = ["Saltmarsh", "Ninth Wave", "Paper Moon", "Umbra", "Größenwahn", "夜行列車"];

    private readonly Dice _dice = stage.DiceFor("administrator");

    public IEnumerable<DateTime> Play()
    {
        for (int day = 0; day < stage.Options.Days; day++)
        {
            DateTime begins = stage.At(day, 9, _dice.Below(120)) + _dice.Seconds(0, 59);
            if (begins.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            yield return begins;
            for (int i = _dice.Between(2, 5); i > 0; i--)
            {
                foreach (DateTime time in Errand())
                {
                    yield return time;
                }

                yield return stage.Clock.Now + _dice.Minutes(15, 110);
            }
        }
    }

    private IEnumerable<DateTime> Errand()
    {
        Resource farm = stage.Site.Farm;
        switch (_dice.Below(7))
        {
            case 0:
                Caller console = stage.Console();
                Resource? queue = stage.Api.Call(console, "CreateQueue", farm, Founding.Queue(_dice.Pick(Shows), stage.Site)).Made;
                yield return Soon();
                stage.Api.Call(console, "CreateQueueFleetAssociation", farm, Founding.Pair(queue!, "fleetId", stage.Site.Living("Fleet")[0]));
                break;

            case 1 when stage.Site.Living("Queue") is { Count: > 3 } queues:
                Resource last = queues[^1];
                stage.Api.Call(stage.Cli("DeleteQueue"), "DeleteQueue", last, refused: Refusal.Conflict($"Queue {last.Id} has queue-fleet associations."));
                yield return Soon();
                foreach (Resource association in Associations(last))
                {
                    stage.Api.Call(stage.Cli("UpdateQueueFleetAssociation"), "UpdateQueueFleetAssociation", association, new JsonObject { ["status"] = "STOP_SCHEDULING_AND_COMPLETE_TASKS" });
                    yield return Soon();
                    stage.Api.Call(stage.Cli("DeleteQueueFleetAssociation"), "DeleteQueueFleetAssociation", association);
                    yield return Soon();
                }

                stage.Api.Call(stage.Cli("DeleteQueue"), "DeleteQueue", last);
                break;

            case 2:
                Caller shell = stage.Administrator(UserAgents.PowerShell);
                Resource tagged = _dice.Pick(stage.Site.Living("Queue"));
                stage.Api.Call(shell, "TagResource", tagged, new JsonObject { ["tags"] = new JsonObject { ["show"] = _dice.Pick(Shows), ["costCentre"] = _dice.Between(4000, 4999).ToString(CultureInfo.InvariantCulture) } });
                yield return Soon();
                stage.Api.Call(shell, "ListTagsForResource", tagged);
                break;

            case 3:
                Resource fleet = stage.Site.Living("Fleet")[0];
                stage.Api.Call(stage.Console(), "GetFleet", fleet);
                yield return Soon();
                stage.Api.Call(stage.Console(), "UpdateFleet", fleet, new JsonObject { ["maxWorkerCount"] = _dice.Between(4, 60) });
                break;

            case 4 when stage.Site.Living("Limit") is [Resource limit, ..]:
                stage.Api.Call(stage.Cli("UpdateLimit"), "UpdateLimit", limit, new JsonObject { ["maxCount"] = _dice.Between(-1, 30) });
                break;

            case 5:
                stage.Api.Call(stage.Cli("ListFarms"), "ListFarms", null);
                yield return Soon();
                stage.Api.Call(stage.Cli("ListQueues"), "ListQueues", farm);
                yield return Soon();
                string mistyped = "queue-" + _dice.Hex(32);
                stage.Api.Call(stage.Cli("GetQueue"), "GetQueue", farm, new JsonObject { ["queueId"] = mistyped }, Refusal.NotFound("queue", mistyped));
                break;

            default:
                stage.Api.Call(stage.Console(), "ListMonitors", null);
                yield return Soon();
                stage.Api.Call(stage.Console(), "ListFleets", farm);
                break;
        }
    }

    private List<Resource> Associations(Resource queue) =>
        [.. stage.Site.Living("QueueFleetAssociation").Where(a => a.Identifiers["queueId"] == queue.Id)];

    private DateTime Soon() => stage.Clock.Now + _dice.Seconds(3, 40);
}
