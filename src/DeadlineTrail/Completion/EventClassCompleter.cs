using System.Collections.Generic;

namespace DeadlineTrail.Completion;

/// <summary>The classes of CloudTrail events, with where each of them is recorded.</summary>
internal sealed class EventClassCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_classes =
    [
        new("Management", "Farms, queues, fleets, budgets, members, credentials: in Event history for 90 days, and in trails"),
        new("Data", "Jobs, steps, tasks, sessions, worker schedules: only in trails and event data stores whose selectors ask for them"),
        new("Insight", "Unusual rates of calls or errors: only where CloudTrail Insights is turned on"),
        new("NetworkActivity", "Calls through VPC endpoints: only in trails and event data stores whose selectors ask for them"),
        new("Unknown", "Neither the record nor AWS's documentation says"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_classes;
}
