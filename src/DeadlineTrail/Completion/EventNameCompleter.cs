using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.Completion;

/// <summary>Event names worth asking a trail for: the operations of Deadline Cloud, and what signing in to it leaves behind.</summary>
internal sealed class EventNameCompleter : CandidateCompleter
{
    // "Understanding IAM Identity Center sign-in events" (IAM Identity Center user guide) has the first three. They and AssumeRole are
    // management events; what access they are is left open here, so that -Access hides none of them.
    private static readonly Candidate[] s_signIn =
    [
        new("AssumeRole", "Hands out temporary credentials of a role, as to people in the monitor (sts.amazonaws.com, Management event)"),
        new("CredentialChallenge", "Asks a person who signs in for a password or a second factor (signin.amazonaws.com, Management event)"),
        new("CredentialVerification", "Checks a password or a second factor; failed sign-ins are here (signin.amazonaws.com, Management event)"),
        new("UserAuthentication", "A person has signed in through IAM Identity Center (signin.amazonaws.com, Management event)"),
    ];

    private readonly ActionNameCompleter _actions = new();

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) =>
        bound.Allow("EventClass", "Management") ? _actions.Candidates(bound).Concat(s_signIn) : _actions.Candidates(bound);
}
