using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Completion;

/// <summary>The names under which requests and responses carry identifiers.</summary>
internal sealed class IdentifierCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => OperationCatalogue.Current.Actions
        .SelectMany(static action => action.RequestIdentifiers.Concat(action.ResponseIdentifiers).Select(IdentifierPath.Name).Distinct())
        .GroupBy(static name => name, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => new Candidate(group.Key, group.Count() == 1 ? "In 1 operation" : $"In {group.Count()} operations"));
}
