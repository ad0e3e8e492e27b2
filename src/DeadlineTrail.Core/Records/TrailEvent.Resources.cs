using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Parsing;

namespace DeadlineTrail;

/// <content>
/// What the call was about. Identifiers are found wherever they stand: request, response, resources, an ARN, or the text
/// of a denial. Where a call names several of a kind, as batch operations do, the filters find each of them, and the
/// property is the one the call as a whole was about, or null.
/// </content>
public sealed partial class TrailEvent
{
    /// <summary>Gets the farm (<c>farmId</c>).</summary>
    public string? FarmId => Identifiers[IdentifierKind.Farm];

    /// <summary>Gets the queue (<c>queueId</c>).</summary>
    public string? QueueId => Identifiers[IdentifierKind.Queue];

    /// <summary>Gets the fleet (<c>fleetId</c>).</summary>
    public string? FleetId => Identifiers[IdentifierKind.Fleet];

    /// <summary>Gets the worker (<c>workerId</c>).</summary>
    public string? WorkerId => Identifiers[IdentifierKind.Worker];

    /// <summary>Gets the job (<c>jobId</c>).</summary>
    public string? JobId => Identifiers[IdentifierKind.Job];

    /// <summary>Gets the step (<c>stepId</c>).</summary>
    public string? StepId => Identifiers[IdentifierKind.Step];

    /// <summary>Gets the task (<c>taskId</c>).</summary>
    public string? TaskId => Identifiers[IdentifierKind.Task];

    /// <summary>Gets the worker session (<c>sessionId</c>).</summary>
    public string? SessionId => Identifiers[IdentifierKind.Session];

    /// <summary>Gets the session action (<c>sessionActionId</c>).</summary>
    public string? SessionActionId => Identifiers[IdentifierKind.SessionAction];

    /// <summary>Gets the budget (<c>budgetId</c>).</summary>
    public string? BudgetId => Identifiers[IdentifierKind.Budget];

    /// <summary>Gets the limit (<c>limitId</c>).</summary>
    public string? LimitId => Identifiers[IdentifierKind.Limit];

    /// <summary>Gets the licence endpoint (<c>licenseEndpointId</c>).</summary>
    public string? LicenseEndpointId => Identifiers[IdentifierKind.LicenseEndpoint];

    /// <summary>Gets the monitor (<c>monitorId</c>).</summary>
    public string? MonitorId => Identifiers[IdentifierKind.Monitor];

    /// <summary>Gets the queue environment (<c>queueEnvironmentId</c>).</summary>
    public string? QueueEnvironmentId => Identifiers[IdentifierKind.QueueEnvironment];

    /// <summary>Gets the storage profile (<c>storageProfileId</c>).</summary>
    public string? StorageProfileId => Identifiers[IdentifierKind.StorageProfile];

    /// <summary>Gets the volume (<c>volumeId</c>).</summary>
    public string? VolumeId => Identifiers[IdentifierKind.Volume];

    /// <summary>Gets the user or group a membership is about (<c>principalId</c> of the request).</summary>
    public string? MemberId => Identifiers[IdentifierKind.Principal];

    /// <summary>Gets what the call was about, such as <c>Job</c> or <c>QueueFleetAssociation</c>; null where the record does
    /// not say (the catalogue of operations, else the most specific identifier).</summary>
    public string? ResourceType => Called.Type;

    /// <summary>Gets the identifier of what the call was about; null where the record does not say.</summary>
    public string? ResourceId => Called.Id;

    /// <summary>Gets the display name of what the call was about; null where the record has none: records of updates and
    /// deletions carry identifiers only.</summary>
    public string? ResourceName => Called.Name;

    /// <summary>Gets the resources the record names itself (<c>resources</c>); empty where it names none.</summary>
    public IReadOnlyList<TrailResource> Resources => Read(RecordField.Resources) is object?[] list
        ? list.OfType<RecordObject>().Select(ToResource).ToArray()
        : Array.Empty<TrailResource>();

    /// <summary>Gets every identifier the record names.</summary>
    internal RecordIdentifiers Identifiers => RecordIdentifiers.Read(
        Json(RecordField.RequestParameters),
        Json(RecordField.ResponseElements),
        Json(RecordField.Resources),
        ErrorMessage,
        EventName,
        EventSource);

    private CalledResource Called => Identifiers.Resource(Action?.ResourceType);

    private static TrailResource ToResource(RecordObject resource) => new(
        resource["type"] as string,
        resource["ARN"] as string ?? (resource["ARNPrefix"] is string prefix ? prefix + "*" : null),
        resource["accountId"] as string);
}
