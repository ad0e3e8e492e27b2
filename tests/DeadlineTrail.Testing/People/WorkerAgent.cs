using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>
/// A worker host: bootstrap with the host's role, work and heartbeats with the fleet role, the queue's role for each
/// session, shutdown. Which session names the service gives the fleet role is not known.
/// </summary>
internal sealed class WorkerAgent
{
    private readonly Stage _stage;
    private readonly string _hostName;
    private readonly string _address;
    private readonly string _instance;
    private readonly string _agent;
    private readonly Dice _dice;
    private readonly int _heartbeat;
    private Caller? _caller;
    private DateTime _expires;

    public WorkerAgent(Stage stage, int number, int heartbeat)
    {
        _stage = stage;
        _hostName = "render-" + number.ToString("000", CultureInfo.InvariantCulture);
        _dice = stage.DiceFor(_hostName);
        _address = _dice.PrivateAddress();
        _instance = _dice.Instance();
        _agent = number % 5 == 4 ? UserAgents.OldWorker : UserAgents.Worker;
        _heartbeat = heartbeat;
    }

    /// <summary>Every day of the trail from morning till late.</summary>
    public IEnumerable<DateTime> Play()
    {
        for (int day = 0; day < _stage.Options.Days; day++)
        {
            DateTime begins = _stage.At(day, 7, _dice.Below(180)) + _dice.Seconds(0, 59);
            if (begins > _stage.Clock.Now)
            {
                yield return begins;
            }

            foreach (DateTime time in Shift(_stage.At(day, 20, _dice.Below(180))))
            {
                yield return time;
            }
        }
    }

    /// <summary>One life of a worker: from boot to its deletion.</summary>
    public IEnumerable<DateTime> Shift(DateTime ends)
    {
        if (_stage.Site.Living("Fleet") is not [Resource fleet, ..])
        {
            yield break;
        }

        Caller host = Caller.InRole(_stage.Site.HostRole, _instance, _dice.TemporaryKey(), _stage.Clock.Now.AddSeconds(-40), _address, _agent,
            more: ",\"ec2RoleDelivery\":\"2.0\"") with { VpcEndpointId = _stage.Site.VpcEndpoint };
        JsonObject properties = new() { ["hostProperties"] = Shapes.HostProperties(_hostName, _address) };
        if (_dice.Chance(0.03))
        {
            _stage.Api.Call(host, "CreateWorker", fleet, properties, Refusal.Conflict("Fleet is not in a status that allows workers to be created."));
            yield return Soon(20, 40);
        }

        Resource worker = _stage.Api.Call(host, "CreateWorker", fleet, properties).Made!;
        yield return Soon(1, 3);
        Refresh(worker, host);
        yield return Soon(1, 3);
        _stage.Api.Call(_caller!, "UpdateWorker", worker, new JsonObject
        {
            ["status"] = "STARTED",
            ["capabilities"] = new JsonObject
            {
                ["amounts"] = new JsonArray(new JsonObject { ["name"] = "amount.worker.vcpu", ["value"] = 32 }),
                ["attributes"] = new JsonArray(new JsonObject { ["name"] = "attr.worker.os.family", ["values"] = new JsonArray("linux") }),
            },
        });

        while (_stage.Clock.Now < ends && !worker.Deleted)
        {
            yield return Soon(_heartbeat * 9 / 10, Math.Max(1, _heartbeat * 11 / 10));
            Resource? job = _stage.Site.Living("Job").FirstOrDefault(j => j.TasksLeft > 0);
            Refresh(worker, _caller!);
            if (job is null)
            {
                Beat(worker, null);
                continue;
            }

            foreach (DateTime time in Session(worker, job))
            {
                yield return time;
            }
        }

        if (worker.Deleted)
        {
            yield break;
        }

        Refresh(worker, _caller!);
        _stage.Api.Call(_caller!, "UpdateWorker", worker, new JsonObject { ["status"] = "STOPPING" });
        yield return Soon(5, 30);
        _stage.Api.Call(_caller!, "UpdateWorker", worker, new JsonObject { ["status"] = "STOPPED" });
        yield return Soon(1, 3);
        if (!worker.Deleted)
        {
            _stage.Api.Call(_caller!, "DeleteWorker", worker);
        }
    }

    private IEnumerable<DateTime> Session(Resource worker, Resource job)
    {
        Resource queue = job.Parent!;
        string sessionId = RequestBuilder.NewId("Session", job, _dice);
        var session = new Resource("Session", sessionId, job, [new("sessionId", sessionId)]);
        _stage.Site.Add(session);

        // The schedule says what to do; the worker then gets what it needs for it.
        Beat(worker, null, Assignment(session, job));
        yield return Soon(1, 2);
        _stage.Api.Call(_caller!, "AssumeQueueRoleForWorker", worker, new JsonObject { ["queueId"] = queue.Id });
        _stage.Credentials.Assume(_stage.Site.QueueRole, "QueueRole-" + _dice.Hex(12), _stage.Site.Region, _stage.Clock.Now, TimeSpan.FromHours(1));
        yield return Soon(1, 2);
        _stage.Api.Call(_caller!, "BatchGetJobEntity", worker, new JsonObject { ["identifiers"] = Entities(job) });
        int action = 0;
        while (job is { Deleted: false, TasksLeft: > 0 } && !session.Deleted && !worker.Deleted && action < 12)
        {
            yield return Soon(_heartbeat * 9 / 10, Math.Max(1, _heartbeat * 11 / 10));
            if (!worker.Deleted)
            {
                Refresh(worker, _caller!);
                Beat(worker, $"sessionaction-{sessionId["session-".Length..]}-{action++}");
                job.TasksLeft -= _dice.Chance(0.7) ? 1 : 0;
            }
        }

        if (!session.Deleted)
        {
            _stage.Site.Remove(session);
        }
    }

    private void Beat(Resource worker, string? action, string? answer = null)
    {
        JsonObject? with = null;
        if (action is not null)
        {
            bool failed = _dice.Chance(0.03);
            with = new JsonObject
            {
                ["updatedSessionActions"] = new JsonObject
                {
                    [action] = new JsonObject
                    {
                        ["completedStatus"] = failed ? "FAILED" : "SUCCEEDED",
                        ["processExitCode"] = failed ? 1 : 0,
                        ["progressMessage"] = "frame written",
                        ["startedAt"] = RecordWriter.Stamp(_stage.Clock.Now.AddSeconds(-_heartbeat)),
                        ["endedAt"] = RecordWriter.Stamp(_stage.Clock.Now),
                        ["progressPercent"] = 100.0,
                    },
                },
            };
        }

        Refusal? refused = answer is null && _dice.Chance(0.003) ? Refusal.Throttled : null;
        _stage.Api.Call(_caller!, "UpdateWorkerSchedule", worker, with, refused, answer: answer);
    }

    /// <summary>Gets the fleet role when it is due; the first time with the host's own role.</summary>
    private void Refresh(Resource worker, Caller with)
    {
        DateTime now = _stage.Clock.Now;
        if (with == _caller && now < _expires.AddMinutes(-10))
        {
            return;
        }

        _stage.Api.Call(with, "AssumeFleetRoleForWorker", worker);
        Credentials credentials = _stage.Credentials.Assume(_stage.Site.FleetRole, worker.Id, _stage.Site.Region, now, TimeSpan.FromHours(1));
        _expires = credentials.Expires;
        _caller = Caller.InRole(_stage.Site.FleetRole, worker.Id, credentials.AccessKeyId, now, _address, _agent) with { VpcEndpointId = _stage.Site.VpcEndpoint };
    }

    private string Assignment(Resource session, Resource job)
    {
        string digits = session.Id["session-".Length..];
        string step = _stage.Site.In(job, "Step").FirstOrDefault()?.Id ?? RequestBuilder.NewId("Step", job, _dice);
        return $$"""{"assignedSessions":{"{{session.Id}}":{"queueId":"{{job.Parent!.Id}}","jobId":"{{job.Id}}","sessionActions":[{"sessionActionId":"sessionaction-{{digits}}-0","definition":{"taskRun":{"taskId":"task-{{step["step-".Length..]}}-0","stepId":"{{step}}","parameters":"{{Sensitive.Marker}}"} """.TrimEnd()
            + """}}]}},"cancelSessionActions":{},"updateIntervalSeconds":15}""";
    }

    private JsonArray Entities(Resource job)
    {
        var entities = new JsonArray(
            new JsonObject { ["jobDetails"] = new JsonObject { ["jobId"] = job.Id } },
            new JsonObject { ["jobAttachmentDetails"] = new JsonObject { ["jobId"] = job.Id } });
        if (_stage.Site.In(job, "Step").FirstOrDefault() is Resource step)
        {
            entities.Add(new JsonObject { ["stepDetails"] = new JsonObject { ["jobId"] = job.Id, ["stepId"] = step.Id } });
            entities.Add(new JsonObject { ["environmentDetails"] = new JsonObject { ["jobId"] = job.Id, ["environmentId"] = $"STEP:{step.Id}:conda" } });
        }

        return entities;
    }

    private DateTime Soon(int least, int most) => _stage.Clock.Now + _dice.Seconds(least, most);
}
