using DeadlineTrail.SignIns;
using DeadlineTrail.Sources;

namespace DeadlineTrail.Cmdlets;

/// <summary>The warnings that are Get-DeadlineSignIn's own.</summary>
internal static class GetDeadlineSignInErrors
{
    /// <summary>Events were piped of which none can be a sign-in or a grant.</summary>
    internal static TrailWarning OnlyDeadlineEvents() => new(
        "NoSignInEvents",
        "Among the events piped is none of signin.amazonaws.com and none of sts.amazonaws.com, so no sign-in can be found: without -EventSource, Get-DeadlineTrailEvent gives Deadline Cloud's own events only. Read them with -EventSource "
        + string.Join(", ", SignInReading.EventSources) + ".");
}
