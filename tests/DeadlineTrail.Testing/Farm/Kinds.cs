using System.Collections.Generic;

namespace DeadlineTrail.Testing.Farm;

/// <summary>How each kind of resource is identified: the wire name and the prefix of its identifiers.</summary>
internal static class Kinds
{
    private static readonly Dictionary<string, (string Name, string Prefix)> Known = new()
    {
        ["Farm"] = ("farmId", "farm-"),
        ["Queue"] = ("queueId", "queue-"),
        ["Fleet"] = ("fleetId", "fleet-"),
        ["Worker"] = ("workerId", "worker-"),
        ["Volume"] = ("volumeId", "volume-"),
        ["Job"] = ("jobId", "job-"),
        ["Step"] = ("stepId", "step-"),
        ["Task"] = ("taskId", "task-"),
        ["Session"] = ("sessionId", "session-"),
        ["SessionAction"] = ("sessionActionId", "sessionaction-"),
        ["Budget"] = ("budgetId", "budget-"),
        ["Limit"] = ("limitId", "limit-"),
        ["StorageProfile"] = ("storageProfileId", "sp-"),
        ["QueueEnvironment"] = ("queueEnvironmentId", "queueenv-"),
        ["LicenseEndpoint"] = ("licenseEndpointId", "le-"),
        ["Monitor"] = ("monitorId", "monitor-"),
    };

    public static IEnumerable<string> Identified => Known.Keys;

    public static bool IsIdentified(string kind) => Known.ContainsKey(kind);

    public static string NameOf(string kind) => Known[kind].Name;

    public static string PrefixOf(string kind) => Known[kind].Prefix;

    /// <summary>The identifiers of a resource that is a pair: an association, a membership, a product of an endpoint.</summary>
    public static IReadOnlyList<string> PairOf(string kind) => kind switch
    {
        "QueueFleetAssociation" => ["queueId", "fleetId"],
        "QueueLimitAssociation" => ["queueId", "limitId"],
        "MeteredProduct" => ["licenseEndpointId", "productId"],
        "FarmMember" => ["farmId", "principalId"],
        "QueueMember" => ["queueId", "principalId"],
        "FleetMember" => ["fleetId", "principalId"],
        "JobMember" => ["jobId", "principalId"],
        _ => [],
    };
}
