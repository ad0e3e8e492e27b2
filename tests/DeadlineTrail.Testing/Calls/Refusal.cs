namespace DeadlineTrail.Testing.Calls;

/// <summary>Why a call failed, as the record says it.</summary>
internal sealed record Refusal(string Code, string Message)
{
    /// <summary>Whether the record has no request parameters, as denials often have none.</summary>
    public bool WithoutRequest { get; init; }

    /// <summary>
    /// A denial in the form one was seen in public (aws-deadline/deadline-cloud, pull request 264). Under which of its two
    /// names CloudTrail records it is not known, so both occur.
    /// </summary>
    public static Refusal Denied(Caller who, string operation, string resourceArn, bool exception) => new(
        exception ? "AccessDeniedException" : "AccessDenied",
        $"User: {who.Arn} is not authorized to perform: deadline:{operation} on resource: {resourceArn}");

    public static readonly Refusal Throttled = new("ThrottlingException", "Rate exceeded");

    public static Refusal Conflict(string reason) => new("ConflictException", reason);

    public static Refusal NotFound(string kind, string id) =>
        new("ResourceNotFoundException", $"Resource of type {kind.ToLowerInvariant()} with id {id} does not exist.");

    public static Refusal Invalid(string detail) => new("ValidationException", "1 validation error detected: " + detail);
}
