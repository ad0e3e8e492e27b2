namespace DeadlineTrail.Deadline.Clients;

internal static class UserAgentReader
{
    public static Client Read(string? userAgent, string? sourceIPAddress, string? invokedBy, bool fromConsole) =>
        new(ClientKinds.Unknown, userAgent ?? invokedBy ?? sourceIPAddress ?? (fromConsole ? "console" : "unknown")) { UserAgent = userAgent };
}
