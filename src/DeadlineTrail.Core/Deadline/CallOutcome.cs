using System;

namespace DeadlineTrail.Deadline;

/// <summary>Whether a call worked.</summary>
internal static class CallOutcome
{
    /// <summary>Whether the record has neither an error nor a failed sign-in.</summary>
    internal static bool Succeeded(TrailEvent trailEvent)
    {
        // Either of the two occurs without the other. Some services write the HTTP status of a success there.
        var code = trailEvent.ErrorCode;
        if ((code is not null && code != "200") || (code is null && trailEvent.ErrorMessage is not null))
        {
            return false;
        }

        return trailEvent.EventSource != DeadlineService.SignInEventSource || SignInResult(trailEvent) != "Failure";
    }

    /// <summary>Whether an error code says that the caller had not the permission. Which of the two spellings Deadline Cloud
    /// uses in CloudTrail is not documented; EC2 and VPC endpoints have their own.</summary>
    internal static bool IsDenied(string? errorCode) => errorCode is "AccessDenied" or "AccessDeniedException" or "VpceAccessDenied"
        || (errorCode is not null && errorCode.EndsWith("UnauthorizedOperation", StringComparison.Ordinal));

    /// <summary>
    /// The result of a sign-in stands under the event's own name: "serviceEventDetails": {"UserAuthentication": "Success"},
    /// https://docs.aws.amazon.com/singlesignon/latest/userguide/understanding-sign-in-events.html; of a sign-in to the
    /// console in responseElements.
    /// </summary>
    private static string? SignInResult(TrailEvent trailEvent) =>
        ((trailEvent.ServiceEventDetails as RecordObject)?[trailEvent.EventName]
            ?? (trailEvent.ResponseElements as RecordObject)?[trailEvent.EventName]) as string;
}
