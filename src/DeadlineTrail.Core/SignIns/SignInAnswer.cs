using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources;

namespace DeadlineTrail.SignIns;

/// <summary>The answer to a question about sign-ins.</summary>
/// <param name="SignIns">The sessions, newest first.</param>
/// <param name="Warnings">What should be known about the answer.</param>
/// <param name="UnjoinedCalls">Calls of monitor users that belong to no session.</param>
/// <param name="Unlinked">Sign-ins left out because nothing ties them to Deadline Cloud.</param>
/// <param name="Filtered">Sessions left out because no event of theirs meets what was asked.</param>
internal sealed record SignInAnswer(IReadOnlyList<SignIn> SignIns, IReadOnlyList<TrailWarning> Warnings, long UnjoinedCalls, int Unlinked, int Filtered)
{
    /// <summary>Makes the answer of what was collected.</summary>
    /// <param name="evidence">What was collected.</param>
    /// <param name="read">Reads calls of the session anew, from the files given.</param>
    internal static SignInAnswer Of(SignInCollector evidence, SessionCalls.Reader? read = null)
    {
        var join = new SessionJoin(evidence);
        join.Run();
        var rules = new FindingRules(evidence.Query);
        var maker = new SignInMaker(evidence, read);
        var unlinked = 0;
        var filtered = 0;
        var signIns = new List<SignIn>();
        foreach (var session in join.Sessions)
        {
            rules.Look(session);
            if (!session.IsIn(evidence.Query))
            {
                continue;
            }

            if (!session.IsLinked && !evidence.Query.IncludeUnlinked)
            {
                unlinked++;
                continue;
            }

            if (!evidence.IsWanted(session))
            {
                filtered++;
                continue;
            }

            signIns.Add(maker.Make(session));
        }

        signIns.Reverse();
        return new SignInAnswer(signIns, SignInWarnings.Of(evidence, join).ToArray(), join.UnjoinedCalls, unlinked, filtered);
    }
}
