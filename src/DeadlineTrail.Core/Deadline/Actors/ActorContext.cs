namespace DeadlineTrail.Deadline.Actors;

/// <summary>What a record says around its <c>userIdentity</c> that helps to recognise the actor.</summary>
internal readonly struct ActorContext(
    string? eventSource,
    string? eventName,
    string? sourceIPAddress,
    string? userAgent,
    bool sessionCredentialFromConsole)
{
    public string? EventSource { get; } = eventSource;

    public string? EventName { get; } = eventName;

    public string? SourceIPAddress { get; } = sourceIPAddress;

    public string? UserAgent { get; } = userAgent;

    /// <summary>The record's <c>sessionCredentialFromConsole</c>: "true" or true.</summary>
    public bool SessionCredentialFromConsole { get; } = sessionCredentialFromConsole;
}
