using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.History;

/// <summary>Takes an event apart into calls on single resources.</summary>
internal static class HistoryCallReader
{
    // What other things lie in. The rest of a record's identifiers it only mentions.
    private static readonly IdentifierKind[] Containers =
    [
        IdentifierKind.Farm, IdentifierKind.Queue, IdentifierKind.Fleet, IdentifierKind.Monitor, IdentifierKind.LicenseEndpoint, IdentifierKind.Job, IdentifierKind.Step,
    ];

    /// <summary>Whether an operation changes something, so that it belongs into a history.</summary>
    internal static bool Belongs(TrailEvent trailEvent) =>
        HistoryVerbs.Of(trailEvent.EventName, out _, out _) != HistoryVerb.None && trailEvent.EventSource == DeadlineService.EventSource;

    /// <summary>The calls; none for an event that belongs into no history.</summary>
    internal static IEnumerable<HistoryCall> Read(TrailEvent trailEvent)
    {
        var verb = HistoryVerbs.Of(trailEvent.EventName, out var noun, out var isBatch);
        if (verb == HistoryVerb.None || trailEvent.EventSource != DeadlineService.EventSource)
        {
            return [];
        }

        var type = trailEvent.Action?.ResourceType ?? noun;
        return isBatch ? Items(trailEvent, verb, type) : [Single(trailEvent, verb, type)];
    }

    private static HistoryCall Single(TrailEvent trailEvent, HistoryVerb verb, string type)
    {
        var request = trailEvent.RequestParameters;
        var found = trailEvent.Identifiers;
        if (verb is HistoryVerb.Tag or HistoryVerb.Untag)
        {
            // Tags are of something: that is what the call was about.
            type = trailEvent.ResourceType ?? "Tags";
        }

        var id = ResourceTypes.IsPair(type) ? Pair(type, request as RecordObject) ?? PairOf(type, found) : trailEvent.ResourceId;
        var path = new HashSet<string>(Containers.Select(kind => found[kind]).OfType<string>(), StringComparer.Ordinal);
        path.UnionWith(id is null ? [] : ResourceTypes.IsPair(type) ? id.Split('/') : [id]);
        return new HistoryCall(trailEvent, verb, type)
        {
            Id = id,
            Path = path,
            Result = trailEvent.Succeeded ? CallResult.Done : CallResult.Failed,
            ErrorCode = trailEvent.ErrorCode,
            Settings = FieldReader.Read(request, verb, type),
            WholeSets = verb == HistoryVerb.Create ? FieldReader.WholeSets(request).ToList() : [],
            Token = TokenOf(request),
            EventId = AmendedEvent.FirstIdOf(trailEvent),
        };
    }

    private static IEnumerable<HistoryCall> Items(TrailEvent trailEvent, HistoryVerb verb, string type)
    {
        if (trailEvent.RequestParameters is not RecordObject request || List(request) is not { } items)
        {
            // Refused before its request was recorded, or too large for it: what ARNs say is all there is.
            yield return Single(trailEvent, verb, type);
            yield break;
        }

        var errors = Errors(trailEvent);
        foreach (var item in items)
        {
            var identifiers = item.Cast<DictionaryEntry>()
                .Where(field => field.Value is string && ResourceTypes.Identifies(type, (string)field.Key))
                .ToDictionary(static field => (string)field.Key, static field => (string)field.Value!, StringComparer.Ordinal);
            var names = ResourceTypes.IdentifiersOf(type);
            var error = errors?.Find(each => identifiers.All(known => each[known.Key] is not string other || other == known.Value));
            yield return new HistoryCall(trailEvent, verb, type)
            {
                Id = names.Count == 1 && identifiers.TryGetValue(names[0], out var id) ? id : null,
                Path = new HashSet<string>(identifiers.Values, StringComparer.Ordinal),
                Result = !trailEvent.Succeeded || error is not null ? CallResult.Failed : errors is null ? CallResult.Unknown : CallResult.Done,
                ErrorCode = error?["code"] as string ?? trailEvent.ErrorCode,
                Settings = FieldReader.Read(item, verb, type),
                BatchSize = items.Count,
                Token = TokenOf(request),
                EventId = AmendedEvent.FirstIdOf(trailEvent),
            };
        }
    }

    /// <summary>The one list of objects a batch request has: jobs, tasks.</summary>
    private static List<RecordObject>? List(RecordObject request)
    {
        foreach (DictionaryEntry field in request)
        {
            if (field.Value is object?[] items && items.Length > 0 && items.All(static item => item is RecordObject))
            {
                return items.Cast<RecordObject>().ToList();
            }
        }

        return null;
    }

    /// <summary>
    /// "The result of updating each job is reported individually in the response", API_BatchUpdateJob. Null where the
    /// response does not have it, or names an item that cannot be told.
    /// </summary>
    private static List<RecordObject>? Errors(TrailEvent trailEvent)
    {
        if (trailEvent.ResponseElements is not RecordObject response || response["errors"] is not object?[] errors)
        {
            return null;
        }

        var told = errors.OfType<RecordObject>().Where(static error => error["jobId"] is string || error["taskId"] is string).ToList();
        return told.Count == errors.Length ? told : null;
    }

    private static string? TokenOf(object? request) =>
        request is RecordObject fields ? (fields["X-Amz-Client-Token"] ?? fields["clientToken"]) as string : null;

    private static string? Pair(string type, RecordObject? request)
    {
        var names = ResourceTypes.IdentifiersOf(type);
        return request?[names[0]] is string first && request[names[1]] is string second ? first + "/" + second : null;
    }

    private static string? PairOf(string type, RecordIdentifiers found)
    {
        var ids = ResourceTypes.IdentifiersOf(type).Select(name => name switch
        {
            "farmId" => found[IdentifierKind.Farm],
            "queueId" => found[IdentifierKind.Queue],
            "fleetId" => found[IdentifierKind.Fleet],
            "jobId" => found[IdentifierKind.Job],
            "limitId" => found[IdentifierKind.Limit],
            "licenseEndpointId" => found[IdentifierKind.LicenseEndpoint],
            "productId" => found[IdentifierKind.Product],
            _ => found[IdentifierKind.Principal],
        }).ToList();
        return ids.Contains(null) ? null : string.Join("/", ids);
    }
}
