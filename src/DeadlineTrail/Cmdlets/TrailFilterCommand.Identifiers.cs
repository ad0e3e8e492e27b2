using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.Cmdlets;

/// <content>
/// What the calls were about. An identifier counts wherever in the record it stands: in the request, the response, an
/// ARN, or the text of a denial. Objects with such properties, as AWS Tools gives them, may come through the pipeline.
/// </content>
public abstract partial class TrailFilterCommand
{
    /// <summary>Gets or sets the farms the calls were about.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? FarmId { get; set; }

    /// <summary>Gets or sets the queues.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? QueueId { get; set; }

    /// <summary>Gets or sets the fleets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? FleetId { get; set; }

    /// <summary>Gets or sets the workers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? WorkerId { get; set; }

    /// <summary>Gets or sets the jobs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? JobId { get; set; }

    /// <summary>Gets or sets the steps of jobs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? StepId { get; set; }

    /// <summary>Gets or sets the tasks of steps.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? TaskId { get; set; }

    /// <summary>Gets or sets the sessions of workers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? SessionId { get; set; }

    /// <summary>Gets or sets the actions in sessions of workers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? SessionActionId { get; set; }

    /// <summary>Gets or sets the budgets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? BudgetId { get; set; }

    /// <summary>Gets or sets the limits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? LimitId { get; set; }

    /// <summary>Gets or sets the licence endpoints.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? LicenseEndpointId { get; set; }

    /// <summary>Gets or sets the monitors.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? MonitorId { get; set; }

    /// <summary>Gets or sets the queue environments.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? QueueEnvironmentId { get; set; }

    /// <summary>Gets or sets the storage profiles.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? StorageProfileId { get; set; }

    /// <summary>Gets or sets the volumes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? VolumeId { get; set; }

    /// <summary>Gets or sets the users or groups whose membership the calls were about.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? MemberId { get; set; }

    /// <summary>Gets or sets identifiers or ARNs of any kind.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? ResourceId { get; set; }

    private IEnumerable<(string Parameter, IdentifierKind Kind, string[]? Ids)> Identifiers() =>
    [
        (nameof(FarmId), IdentifierKind.Farm, FarmId),
        (nameof(QueueId), IdentifierKind.Queue, QueueId),
        (nameof(FleetId), IdentifierKind.Fleet, FleetId),
        (nameof(WorkerId), IdentifierKind.Worker, WorkerId),
        (nameof(JobId), IdentifierKind.Job, JobId),
        (nameof(StepId), IdentifierKind.Step, StepId),
        (nameof(TaskId), IdentifierKind.Task, TaskId),
        (nameof(SessionId), IdentifierKind.Session, SessionId),
        (nameof(SessionActionId), IdentifierKind.SessionAction, SessionActionId),
        (nameof(BudgetId), IdentifierKind.Budget, BudgetId),
        (nameof(LimitId), IdentifierKind.Limit, LimitId),
        (nameof(LicenseEndpointId), IdentifierKind.LicenseEndpoint, LicenseEndpointId),
        (nameof(MonitorId), IdentifierKind.Monitor, MonitorId),
        (nameof(QueueEnvironmentId), IdentifierKind.QueueEnvironment, QueueEnvironmentId),
        (nameof(StorageProfileId), IdentifierKind.StorageProfile, StorageProfileId),
        (nameof(VolumeId), IdentifierKind.Volume, VolumeId),
        (nameof(MemberId), IdentifierKind.Principal, MemberId),
    ];
}
