using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets;

/// <content>
/// What the history is of, from the command line and from objects of the pipeline: AWS Tools names the farm, the queue and
/// the job in three properties of a job, so the one that lies innermost is meant.
/// </content>
public sealed partial class GetDeadlineResourceHistoryCommand
{
    private readonly List<string> _resources = [];

    /// <summary>Gets or sets the users or groups, as members have them: with a farm, queue, fleet or job beside them, the
    /// membership there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? PrincipalId { get; set; }

    // From the innermost out. A session has its worker beside it, a worker its fleet.
    private IEnumerable<string[]?> Innermost() =>
        [SessionActionId, TaskId, SessionId, StepId, JobId, QueueEnvironmentId, VolumeId, WorkerId, BudgetId, LimitId, StorageProfileId, LicenseEndpointId, MonitorId, FleetId, QueueId, FarmId];

    private void TakeResources()
    {
        Add(Resource);
        Add(ResourceId ?? []);
        var member = PrincipalId ?? MemberId;
        var container = JobId ?? FleetId ?? QueueId ?? FarmId;
        if (member is not null)
        {
            Add(container is [var one] ? member.Select(id => one + "/" + id) : member);
        }
        else if (IsPairOf(FleetId) || IsPairOf(LimitId))
        {
            Add([QueueId![0] + "/" + (FleetId ?? LimitId)![0]]);
        }
        else
        {
            Add(Innermost().FirstOrDefault(static ids => ids is { Length: > 0 }) ?? []);
        }
    }

    /// <summary>A queue and a fleet, or a queue and a limit, with nothing inside them, are an association.</summary>
    private bool IsPairOf(string[]? other) => QueueId is [_] && other is [_]
        && SessionActionId is null && TaskId is null && SessionId is null && StepId is null && JobId is null && QueueEnvironmentId is null
        && VolumeId is null && WorkerId is null && BudgetId is null;

    private void Add(IEnumerable<string> resources)
    {
        foreach (var resource in resources)
        {
            if (!string.IsNullOrWhiteSpace(resource) && !_resources.Contains(resource.Trim()))
            {
                _resources.Add(resource.Trim());
            }
        }
    }

    private void ForgetIdentifiers()
    {
        FarmId = QueueId = FleetId = WorkerId = JobId = StepId = TaskId = SessionId = SessionActionId = BudgetId = LimitId = null;
        LicenseEndpointId = MonitorId = QueueEnvironmentId = StorageProfileId = VolumeId = MemberId = ResourceId = null;
    }
}
