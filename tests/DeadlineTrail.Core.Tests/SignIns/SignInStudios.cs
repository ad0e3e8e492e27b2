using System.Collections.Generic;
using DeadlineTrail.Testing;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>Generated studios that have sign-ins of every kind among them.</summary>
internal static class SignInStudios
{
    internal static IReadOnlyDictionary<string, StudioOptions> All { get; } = new Dictionary<string, StudioOptions>
    {
        ["one account"] = new() { Seed = 7, Days = 5, Artists = 4, Workers = 2, HeartbeatSeconds = 1800, NoiseRatio = 0.4 },
        ["two farms in one account each"] = new() { Seed = 8, Days = 3, Artists = 3, Accounts = 2, Workers = 1, HeartbeatSeconds = 1800, NoiseRatio = 0.5, DuplicateShare = 0.1, LateShare = 0.05 },
        ["an organisation"] = new() { Seed = 9, Days = 4, Artists = 5, Accounts = 2, Workers = 1, HeartbeatSeconds = 1800, NoiseRatio = 0.3, OrganizationId = "o-3x4mpl3org", Regions = ["eu-west-1", "us-west-2", "eu-central-1"] },
        ["unusual sign-ins"] = new() { Seed = 11, Days = 4, Artists = 2, Accounts = 2, Workers = 1, HeartbeatSeconds = 1800, NoiseRatio = 0.3, OrganizationId = "o-3x4mpl3org", UnusualSignIns = true },
        ["every operation"] = new() { Seed = 10, Days = 2, Artists = 2, Workers = 1, HeartbeatSeconds = 1800, NoiseRatio = 0.2, EveryOperation = true },
    };
}
