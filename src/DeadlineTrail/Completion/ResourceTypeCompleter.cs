using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Completion;

/// <summary>The kinds of things the operations are about, each with the operations on it.</summary>
internal sealed class ResourceTypeCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => OperationCatalogue.Current.Actions
        .GroupBy(static action => action.ResourceType, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => new Candidate(group.Key, string.Join(", ", group.Select(static action => action.Name))));
}
