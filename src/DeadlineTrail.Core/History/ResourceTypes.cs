using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DeadlineTrail.History;

/// <summary>How each type of resource is identified in requests, and what it is called.</summary>
internal static class ResourceTypes
{
    private static readonly Dictionary<string, string[]> Identified = new(StringComparer.Ordinal)
    {
        ["Farm"] = ["farmId"],
        ["Queue"] = ["queueId"],
        ["Fleet"] = ["fleetId"],
        ["Worker"] = ["workerId"],
        ["Volume"] = ["volumeId"],
        ["Job"] = ["jobId"],
        ["Step"] = ["stepId"],
        ["Task"] = ["taskId"],
        ["Session"] = ["sessionId"],
        ["Budget"] = ["budgetId"],
        ["Limit"] = ["limitId"],
        ["LicenseEndpoint"] = ["licenseEndpointId"],
        ["Monitor"] = ["monitorId"],
        ["MonitorSettings"] = ["monitorId"],
        ["QueueEnvironment"] = ["queueEnvironmentId"],
        ["StorageProfile"] = ["storageProfileId"],
        ["QueueFleetAssociation"] = ["queueId", "fleetId"],
        ["QueueLimitAssociation"] = ["queueId", "limitId"],
        ["MeteredProduct"] = ["licenseEndpointId", "productId"],
        ["FarmMember"] = ["farmId", "principalId"],
        ["QueueMember"] = ["queueId", "principalId"],
        ["FleetMember"] = ["fleetId", "principalId"],
        ["JobMember"] = ["jobId", "principalId"],
    };

    // What may stand in a path to something: what it lies in, and itself.
    private static readonly HashSet<string> InPaths = new(Identified.Values.SelectMany(static names => names), StringComparer.Ordinal);

    // Who the member is: a principal has one type and is in one directory.
    private static readonly HashSet<string> MemberIdentity = new(StringComparer.Ordinal) { "principalType", "identityStoreId", "identityCenterRegion" };

    /// <summary>Gets every type there can be a history of.</summary>
    internal static IEnumerable<string> All => Identified.Keys;

    /// <summary>The fields that identify a resource; none for a type nobody knows yet.</summary>
    internal static IReadOnlyList<string> IdentifiersOf(string type) => Identified.TryGetValue(type, out var names) ? names : [];

    /// <summary>Whether a type has no identifier of its own, but those of two others.</summary>
    internal static bool IsPair(string type) => IdentifiersOf(type).Count == 2;

    internal static bool IsMember(string type) => type.EndsWith("Member", StringComparison.Ordinal);

    internal static bool IsAssociation(string type) => type is "QueueFleetAssociation" or "QueueLimitAssociation";

    /// <summary>
    /// Whether a field of the request says what the call is about, and is no value that it sets. A job's storageProfileId
    /// is such a value, the identifier of what is being made elsewhere is not.
    /// </summary>
    internal static bool Identifies(string type, string field) => field switch
    {
        "storageProfileId" => type == "StorageProfile",
        "resourceArn" or "tagKeys" or "X-Amz-Client-Token" or "clientToken" => true,
        _ => InPaths.Contains(field) || (IsMember(type) && MemberIdentity.Contains(field)),
    };

    /// <summary>The type in plain words: <c>licence endpoint</c>.</summary>
    internal static string Noun(string type)
    {
        var words = new StringBuilder();
        foreach (var character in type == "LicenseEndpoint" ? "LicenceEndpoint" : type)
        {
            if (character is >= 'A' and <= 'Z' && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
