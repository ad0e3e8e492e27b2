using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.Model;

namespace DeadlineTrail.Testing.Calls;

/// <summary>What came of a call.</summary>
internal sealed record Outcome(string EventId, bool Succeeded, Resource? Made);

/// <summary>AWS Deadline Cloud as the studio's people and machines call it: it changes the farm and leaves a record.</summary>
internal sealed class DeadlineApi(Site site, Recorder recorder, Ledger ledger, Func<DateTime> clock, Dice dice)
{
    private static readonly string[] Versions = ["1.11", "1.11", "1.11", "1.10", "1.09", "1.08"];

    /// <summary>Every so many records spell a letter of their source as an escape.</summary>
    private const int EscapedEvery = 211;

    /// <summary>Every so many worker updates are recorded a second time, amended.</summary>
    private const int AmendedEvery = 13;

    private int _calls;
    private int _workerUpdates;

    private readonly Effects _effects = new(site, ledger, dice);

    /// <summary>Told of every call: who keeps sessions can tell by it which calls were made with its credentials.</summary>
    public Action<Caller, string>? Called { get; set; }

    /// <param name="who">The caller.</param>
    /// <param name="name">The operation.</param>
    /// <param name="on">What it is about; its identifiers go into the request.</param>
    /// <param name="with">Parameters by wire name.</param>
    /// <param name="refused">Why it fails, if it does.</param>
    /// <param name="by">Who will own what is made.</param>
    /// <param name="answer">The response as JSON text, where it is not the usual one.</param>
    public Outcome Call(Caller who, string name, Resource? on, JsonObject? with = null, Refusal? refused = null, string? by = null, string? answer = null)
    {
        Operation operation = Operations.Named(name);
        DateTime now = clock();
        if (refused is null && on is { Deleted: true })
        {
            // Somebody else was quicker.
            refused = Refusal.NotFound(on.Kind, on.Id);
        }

        if (refused is null && operation.ReadOnly && dice.Chance(0.002))
        {
            refused = Refusal.Throttled;
        }

        JsonObject request = RequestBuilder.Build(operation, on, with, site, dice, now);
        JsonObject shown = operation.Sensitive.Count > 0 ? (JsonObject)request.DeepClone() : request;
        HashSet<string> hidden = operation.Sensitive.Count > 0 ? Sensitive.Hide(shown, operation.Sensitive, dice) : [];
        string eventId = dice.Uuid();

        // Content of more than 100 KB is left out, and a job's template may be that long.
        bool omitted = name == "CreateJob" && refused is null && dice.Chance(0.02);
        if (omitted)
        {
            hidden.UnionWith(operation.Request.Select(p => p.Name));
        }

        JsonArray failed = refused is null ? BatchErrors.For(operation, request, dice) : [];
        Resource? made = refused is null ? _effects.Apply(operation, on, request, failed, new Seal(name, eventId, now, hidden), by) : null;
        string category = CategoryOf(operation);
        string version = dice.Pick(Versions);
        Called?.Invoke(who, eventId);
        var record = new TrailRecord
        {
            Version = version,
            IdentityJson = who.IdentityJson,
            Time = now,
            Source = Recorder.Deadline,
            Name = name,
            Region = site.Region,
            Account = site.Account,
            Address = who.Address,
            Agent = who.Agent,
            ErrorCode = refused?.Code,
            ErrorMessage = refused?.Message,
            RequestJson = refused?.WithoutRequest == true || operation.Request.Count == 0 ? null : omitted ? Omitted() : shown.ToJsonString(RecordWriter.Plain),
            ResponseJson = refused is null ? answer ?? Responses.For(operation, made, on, failed, dice) : null,
            RequestId = dice.Uuid(),
            EventId = eventId,
            ReadOnly = operation.ReadOnly,
            ResourcesJson = category == "Data" ? Resources(operation, made ?? on, with) : null,
            Management = category == "Management",
            Category = category,
            TlsJson = who.ThroughService ? null : Tls(operation, version),
            FromConsole = who.FromConsole,
            VpcEndpointId = who.VpcEndpointId,
            EscapedSource = ++_calls % EscapedEvery == 0,
            Operation = operation,
        };
        recorder.Record(record);
        if (name == "UpdateWorker" && refused is null && ++_workerUpdates % AmendedEvery == 0)
        {
            recorder.Record(Amended(record));
        }

        return new Outcome(eventId, refused is null, made);
    }

    /// <summary>The ARN a denial names.</summary>
    public string ArnOf(Resource resource) => resource.Arn(site.Region, site.Account)!;

    // "omitted" has been seen as a boolean and as a string.
    private string Omitted() =>
        $$"""{"reason":"requestParameters too large","omitted":{{(dice.Chance(0.5) ? "true" : "\"true\"")}},"originalSize":{{dice.Between(102_401, 180_000)}}}""";

    // "UPDATED_DATA": a second record, with an id of its own, that amends the first (CloudTrail record contents, addendum).
    private TrailRecord Amended(TrailRecord record) => record with
    {
        EventId = dice.Uuid(),
        AddendumJson = $$"""{"reason":"UPDATED_DATA","updatedFields":"responseElements","originalRequestID":"{{record.RequestId}}","originalEventID":"{{record.EventId}}"}""",
    };

    // Thirteen newer operations are on neither of AWS's lists. That batches are data events like what they bundle, and
    // volumes and settings management events, is an assumption by analogy.
    private static string CategoryOf(Operation operation) => operation.Category switch
    {
        "NotListed" => operation.Verb.StartsWith("Batch", StringComparison.Ordinal) ? "Data" : "Management",
        string listed => listed,
    };

    private string? Resources(Operation operation, Resource? about, JsonObject? with)
    {
        if (operation.ResourcesType is not string type)
        {
            return null;
        }

        // No published record shows which ARN a list or search carries; here it is that of what it lists in.
        if (operation.Name == "SearchJobs" && with?["queueIds"] is JsonArray { Count: > 0 } queues)
        {
            List<string> each = [];
            foreach (JsonNode? queue in queues)
            {
                each.Add(One(type, $"{ArnOf(site.Farm)}/queue/{queue}"));
            }

            return $"[{string.Join(',', each)}]";
        }

        return about is null ? null : $"[{One(type, ArnOf(about))}]";
    }

    private string One(string type, string arn) => $$"""{"accountId":"{{site.Account}}","type":"{{type}}","ARN":"{{arn}}"}""";

    private string Tls(Operation operation, string version)
    {
        string host = $"{(operation.Endpoint.Length == 0 ? "management" : operation.Endpoint)}.deadline.{site.Region}.amazonaws.com";
        string exchange = version == "1.11" && dice.Chance(0.6) ? ",\"keyExchange\":\"X25519MLKEM768\"" : "";
        return $$"""{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{host}}"{{exchange}}}""";
    }
}
