namespace DeadlineTrail.Deadline.Actors;

/// <summary>The page of Deadline Cloud monitor in somebody's browser.</summary>
internal static class MonitorInBrowser
{
    /// <summary>
    /// A browser that calls with the credentials of a monitor user shows the monitor: its pages call the API themselves. Inferred, as the
    /// kind of the actor is.
    /// </summary>
    public static Client Of(Client client, string actorKind) =>
        actorKind != ActorKinds.MonitorUser || client.Kind != ClientKinds.Browser
            ? client
            : new Client(ClientKinds.Monitor, "Deadline Cloud monitor")
            {
                Application = client.Name,
                ApplicationVersion = client.Version,
                OperatingSystem = client.OperatingSystem,
                Language = client.Language,
                UserAgent = client.UserAgent,
            };
}
