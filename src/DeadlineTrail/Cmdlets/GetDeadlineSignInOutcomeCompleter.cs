using System.Collections.Generic;
using DeadlineTrail.Completion;

namespace DeadlineTrail.Cmdlets;

/// <summary>Success, Failure and NotSeen.</summary>
internal sealed class GetDeadlineSignInOutcomeCompleter : CandidateCompleter
{
    private static readonly Candidate[] s_outcomes =
    [
        new("Success", "The user signed in (UserAuthentication)"),
        new("Failure", "The user did not get in (CredentialVerification with result Failure)"),
        new("NotSeen", "Credentials were given without a sign-in in sight"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_outcomes;
}
