using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.History;

namespace DeadlineTrail.Completion;

/// <summary>The types of resources that have a history.</summary>
internal sealed class HistoryTypeCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) =>
        ResourceTypes.All.Select(static type => new Candidate(type, "The history of a " + ResourceTypes.Noun(type)));
}
