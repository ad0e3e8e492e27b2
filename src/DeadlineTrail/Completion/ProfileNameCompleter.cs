using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Completion;

/// <summary>The AWS profiles there are, with the file each is in; of what they hold nothing is read.</summary>
internal sealed class ProfileNameCompleter : CandidateCompleter
{
    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) =>
        ProfileNames.Find(bound.Text("ProfileLocation")).Select(static profile => new Candidate(profile.Name, "Profile in " + profile.File));
}
