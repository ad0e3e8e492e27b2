using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Catalogue;

/// <summary>Which shapes of the model hold identifiers of Deadline Cloud resources.</summary>
internal static class IdentifierShapes
{
    private static readonly FrozenSet<string> s_known = FrozenSet.Create(
        StringComparer.Ordinal,
        "AggregationId", "BudgetId", "EnvironmentId", "FarmId", "FleetId", "IdentityCenterPrincipalId", "JobId", "LicenseEndpointId", "LimitId",
        "MeteredProductId", "MonitorId", "QueueEnvironmentId", "QueueId", "SessionActionId", "SessionId", "StepId", "StorageProfileId", "TaskId",
        "VolumeId", "WorkerId");

    /// <summary>Named like identifiers, but of other services, of people, or of no resource.</summary>
    private static readonly FrozenSet<string> s_foreign = FrozenSet.Create(
        StringComparer.Ordinal, "AccessKeyId", "IdentityStoreId", "SecurityGroupId", "SubnetId", "UserId", "VpcId");

    /// <summary>Whether a member holds such an identifier: by its shape, or, for the ARN the tag operations take as plain text, by its name.</summary>
    internal static bool Holds(string? memberName, string shapeName) => s_known.Contains(shapeName) || memberName == "resourceArn";

    /// <summary>Shapes that are named as identifiers are, which nobody has classed yet.</summary>
    internal static IReadOnlyList<string> Unknown(JsonElement shapes) =>
    [
        .. shapes.EnumerateObject()
            .Where(static shape => shape.Name.EndsWith("Id", StringComparison.Ordinal)
                && shape.Value.GetProperty("type").GetString() == "string"
                && !s_known.Contains(shape.Name)
                && !s_foreign.Contains(shape.Name))
            .Select(static shape => shape.Name)
            .Order(StringComparer.Ordinal),
    ];
}
