using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Recording;

namespace DeadlineTrail.SignIns;

/// <summary>Which calls sessions are made of.</summary>
internal static class SignInNeeds
{
    /// <summary>Gives the calls.</summary>
    /// <param name="signIns">Whether the sign-ins themselves are read here, and not from another place.</param>
    /// <param name="activity">Whether what a session did is wanted: most of that is about jobs.</param>
    internal static IReadOnlyList<RecordableCall> Calls(bool signIns, bool activity)
    {
        var calls = signIns ? new List<RecordableCall> { RecordableCall.UserAuthentication, RecordableCall.AssumeRole } : [RecordableCall.AssumeRole];
        if (activity)
        {
            calls.AddRange(OperationCatalogue.Current.Actions.Where(static action => action.CloudTrailResourceType == "AWS::Deadline::Job").Select(RecordableCall.Of).Where(static call => call.IsListed));
        }

        return calls;
    }
}
