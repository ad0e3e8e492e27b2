using System.Collections.Generic;

namespace DeadlineTrail.Completion;

/// <summary>The classes an operation of Deadline Cloud can have.</summary>
internal sealed class ActionEventClassCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_classes =
    [
        new("Management", "Recorded in Event history for 90 days, and in trails"),
        new("Data", "Recorded only in trails and event data stores whose selectors ask for it; never in Event history"),
        new("Unknown", "AWS lists the operation as neither"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_classes;
}
