using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Completion;

/// <summary>What an actor can be.</summary>
internal sealed class ActorKindCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) =>
        ActorKinds.All.Select(static kind => new Candidate(kind.Key, kind.Value));
}
