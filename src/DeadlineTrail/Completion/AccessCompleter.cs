using System.Collections.Generic;

namespace DeadlineTrail.Completion;

/// <summary>Read and Write.</summary>
internal sealed class AccessCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_access =
    [
        new("Read", "Calls that change nothing: Get, List, Search"),
        new("Write", "Calls that change something, give access or hand out credentials"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_access;
}
