using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.Noise;

/// <summary>Where and when a record of another service is made, and what it can name.</summary>
internal sealed class Surroundings(StudioOptions options, IReadOnlyList<Site> sites, SignInDesk desk, Dice dice)
{
    private readonly Dictionary<Role, Caller> _inRole = [];

    public Dice Dice => dice;

    public SignInDesk Desk => desk;

    public Site Site { get; private set; } = sites[0];

    public string Region { get; private set; } = options.Regions[0];

    public DateTime Time { get; private set; }

    public Surroundings At(DateTime time)
    {
        Time = time;
        Site = sites.Count == 1 ? sites[0] : dice.Pick(sites);

        // Most happens where the farm is.
        Region = dice.Chance(0.8) ? options.Regions[0] : dice.Pick(options.Regions);
        return this;
    }

    /// <summary>Somebody in one of the studio's roles, with credentials that are kept for a while.</summary>
    public Caller InRole(Role role, string agent)
    {
        if (!_inRole.TryGetValue(role, out Caller? caller) || dice.Chance(0.01))
        {
            _inRole[role] = caller = Caller.InRole(role, dice.Instance(), dice.TemporaryKey(), Time.AddMinutes(-20), dice.PrivateAddress(), agent);
        }

        return caller;
    }

    /// <summary>The administrator, from the office.</summary>
    public Caller Admin(string agent) => Caller.InRole(
        Site.AdminRole, "admin@" + Site.Name + ".example", dice.TemporaryKey(), Time.AddMinutes(-5), "203.0.113.20", agent, mfa: true);

    /// <summary>The parts that are alike in most records.</summary>
    public TrailRecord By(Caller who, string service, string name, string? request, bool readOnly, string? response = null) => new()
    {
        Version = dice.Chance(0.5) ? "1.11" : dice.Chance(0.5) ? "1.10" : "1.08",
        IdentityJson = who.IdentityJson,
        Time = Time,
        Source = service + ".amazonaws.com",
        Name = name,
        Region = Region,
        Account = Site.Account,
        Address = who.Address,
        Agent = who.Agent,
        RequestJson = request,
        ResponseJson = response,
        RequestId = dice.Uuid(),
        EventId = dice.Uuid(),
        ReadOnly = readOnly,
        TlsJson = who.ThroughService ? null : $$"""{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{service}}.{{Region}}.amazonaws.com"}""",
    };
}
