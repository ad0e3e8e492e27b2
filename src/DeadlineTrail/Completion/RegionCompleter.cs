using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Completion;

/// <summary>The Regions of AWS, with where they lie.</summary>
internal sealed class RegionCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_regions = KnownRegions.All.Select(static region => new Candidate(region.Name, region.Place)).ToArray();

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_regions;
}
