using System.Collections.Generic;

namespace DeadlineTrail.Completion;

/// <summary>The services whose records answer questions about a farm.</summary>
internal sealed class EventSourceCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_sources =
    [
        new("deadline.amazonaws.com", "Calls to Deadline Cloud: farms, queues, fleets, jobs, workers, budgets, members"),
        new("signin.amazonaws.com", "Sign-ins: to the monitor through IAM Identity Center, and to the AWS console"),
        new("sts.amazonaws.com", "Temporary credentials of roles, among them those the monitor, queues and fleets hand out"),
        new("*", "Every service in the log"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_sources;
}
