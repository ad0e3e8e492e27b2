using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Measuring;

namespace DeadlineTrail.Completion;

/// <summary>The properties by which events can be counted.</summary>
internal sealed class EventPropertyCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) =>
        EventProperty.Names.Select(static name => new Candidate(name, "A property of the event"));
}
