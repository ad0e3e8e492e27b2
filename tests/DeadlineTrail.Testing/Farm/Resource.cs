using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace DeadlineTrail.Testing.Farm;

/// <summary>Something the studio made: a queue, a job, a membership. It knows the identifiers of what it lies in.</summary>
internal sealed class Resource
{
    public Resource(string kind, string id, Resource? parent, IEnumerable<KeyValuePair<string, string>> identifiers)
    {
        Kind = kind;
        Id = id;
        Parent = parent;
        Identifiers = parent is null ? [] : new Dictionary<string, string>(parent.Identifiers);
        foreach (KeyValuePair<string, string> identifier in identifiers)
        {
            Identifiers[identifier.Key] = identifier.Value;
        }
    }

    /// <summary>Farm, Queue, Job, QueueFleetAssociation, FarmMember, ...: the model's name.</summary>
    public string Kind { get; }

    /// <summary>Its identifier; an association or membership has the two it is made of with a slash between.</summary>
    public string Id { get; }

    public Resource? Parent { get; }

    /// <summary>Its own and its parents' identifiers by wire name: farmId, queueId, ...</summary>
    public Dictionary<string, string> Identifiers { get; }

    /// <summary>What its calls set, as last set; what a server's default set is not here.</summary>
    public JsonObject Values { get; } = [];

    /// <summary>Who made it, if a person did.</summary>
    public string? MadeBy { get; init; }

    public DateTime Made { get; init; }

    /// <summary>The record of its making; null for what the service made by itself.</summary>
    public string? EventId { get; init; }

    public bool Deleted { get; set; }

    /// <summary>Work that is left to do, for jobs.</summary>
    public int TasksLeft { get; set; }

    public string? Text(string name) => Values[name]?.GetValue<string>();

    public int Number(string name, int otherwise = 0) => Values[name]?.GetValue<int>() ?? otherwise;

    /// <summary>The ARN as the service authorization reference forms it; null for kinds without one.</summary>
    public string? Arn(string region, string account)
    {
        string? path = Kind switch
        {
            "Farm" => $"farm/{Id}",
            "Queue" or "Fleet" or "Budget" => $"farm/{Identifiers["farmId"]}/{Lower(Kind)}/{Id}",
            "Job" => $"farm/{Identifiers["farmId"]}/queue/{Identifiers["queueId"]}/job/{Id}",
            "Worker" or "Volume" => $"farm/{Identifiers["farmId"]}/fleet/{Identifiers["fleetId"]}/{Lower(Kind)}/{Id}",
            "LicenseEndpoint" => $"license-endpoint/{Id}",
            "Monitor" => $"monitor/{Id}",
            _ => null,
        };
        return path is null ? Parent?.Arn(region, account) : $"arn:aws:deadline:{region}:{account}:{path}";
    }

    private static string Lower(string kind) => kind.ToLowerInvariant();
}
