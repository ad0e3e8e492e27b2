using System.Collections.Generic;

namespace DeadlineTrail.Completion;

/// <summary>The error codes of Deadline Cloud, with their HTTP status.</summary>
internal sealed class ErrorCodeCompleter : CandidateCompleter
{
    // The exceptions of the service model, and the second name under which CloudTrail may record a denial.
    private static readonly Candidate[] s_codes =
    [
        new("AccessDenied", "403: the caller lacks the permission, under the other name CloudTrail has for it"),
        new("AccessDeniedException", "403: the caller lacks the permission"),
        new("ConflictException", "409: the resource exists already, is in use, or is in a state that does not allow it"),
        new("InternalServerErrorException", "500: the service failed; try again"),
        new("ResourceNotFoundException", "404: there is no such resource"),
        new("ServiceQuotaExceededException", "402: a service quota would be exceeded"),
        new("ThrottlingException", "429: too many requests; try again later"),
        new("ValidationException", "400: the request is not valid"),
    ];

    internal override IEnumerable<Candidate> Candidates(BoundArguments bound) => s_codes;
}
