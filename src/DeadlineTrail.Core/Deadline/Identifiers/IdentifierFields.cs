using System;

namespace DeadlineTrail.Deadline.Identifiers;

/// <summary>Fields of the Deadline Cloud API that hold the identifier of what a call is about, by their wire names.</summary>
/// <remarks>
/// Fields that name something else than the call's own resource (<c>sourceJobId</c>, <c>attachedWorkerId</c>,
/// <c>allowedStorageProfileIds</c>, ...) are not here: what they hold is found by its shape, as a mention.
/// </remarks>
internal static class IdentifierFields
{
    public static IdentifierKind? KindOf(ReadOnlySpan<byte> field)
    {
        if (field.Length < 5 || (field[field.Length - 1] != (byte)'d' && field[field.Length - 1] != (byte)'s'))
        {
            return null;
        }

        return field[0] switch
        {
            (byte)'a' => Match(field, "aggregationId"u8, IdentifierKind.Aggregation),
            (byte)'b' => Match(field, "budgetId"u8, IdentifierKind.Budget),
            (byte)'f' => Match(field, "farmId"u8, IdentifierKind.Farm)
                ?? Match(field, "fleetId"u8, IdentifierKind.Fleet)
                ?? Match(field, "fleetIds"u8, IdentifierKind.Fleet),
            (byte)'j' => Match(field, "jobId"u8, IdentifierKind.Job),
            (byte)'l' => Match(field, "limitId"u8, IdentifierKind.Limit)
                ?? Match(field, "licenseEndpointId"u8, IdentifierKind.LicenseEndpoint),
            (byte)'m' => Match(field, "monitorId"u8, IdentifierKind.Monitor),
            (byte)'p' => Match(field, "principalId"u8, IdentifierKind.Principal)
                ?? Match(field, "productId"u8, IdentifierKind.Product),
            (byte)'q' => Match(field, "queueId"u8, IdentifierKind.Queue)
                ?? Match(field, "queueIds"u8, IdentifierKind.Queue)
                ?? Match(field, "queueEnvironmentId"u8, IdentifierKind.QueueEnvironment),
            (byte)'s' => Match(field, "stepId"u8, IdentifierKind.Step)
                ?? Match(field, "sessionId"u8, IdentifierKind.Session)
                ?? Match(field, "sessionActionId"u8, IdentifierKind.SessionAction)
                ?? Match(field, "storageProfileId"u8, IdentifierKind.StorageProfile),
            (byte)'t' => Match(field, "taskId"u8, IdentifierKind.Task),
            (byte)'v' => Match(field, "volumeId"u8, IdentifierKind.Volume),
            (byte)'w' => Match(field, "workerId"u8, IdentifierKind.Worker),
            _ => null,
        };
    }

    private static IdentifierKind? Match(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name, IdentifierKind kind) =>
        field.SequenceEqual(name) ? kind : null;
}
