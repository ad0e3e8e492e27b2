namespace DeadlineTrail.Testing;

/// <summary>The studio whose trail is in <c>docs/samples</c>: three days, one farm, two Regions.</summary>
public static class SampleStudio
{
    /// <summary>
    /// Three hours of deliveries are in each file, which keeps the folder short; CloudTrail itself delivers about every five
    /// minutes.
    /// </summary>
    public static StudioOptions Options { get; } = new()
    {
        Seed = 20260302,
        Days = 3,
        Artists = 3,
        Workers = 2,
        HeartbeatSeconds = 1200,
        NoiseRatio = 0.3,
        LateShare = 0.008,
        FileMinutes = 180,
        DigestHours = 24,
    };

    /// <summary>Plays the studio.</summary>
    public static StudioTrail Play() => Studio.Create(Options);
}
