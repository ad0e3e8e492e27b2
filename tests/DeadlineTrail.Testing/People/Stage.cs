using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Clockwork;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.People;

/// <summary>What everybody who plays a part at one site works with.</summary>
internal sealed class Stage
{
    private readonly Dictionary<Person, MonitorSession> _sessions = [];
    private Dice? _keys;
    private string? _key;
    private DateTime _keySince;

    public required StudioOptions Options { get; init; }

    public required Site Site { get; init; }

    public required Cast Cast { get; init; }

    public required DeadlineApi Api { get; init; }

    public required Simulation Clock { get; init; }

    public required SignInDesk Desk { get; init; }

    public required CredentialService Credentials { get; init; }

    public required Recorder Recorder { get; init; }

    public required Ledger Ledger { get; init; }

    /// <summary>Signs somebody in, and remembers the session for the day.</summary>
    public MonitorSession SignIn(Person person) => _sessions[person] = Desk.SignIn(person, Site);

    /// <summary>A session of somebody who had signed in before the trail begins.</summary>
    public MonitorSession Resume(Person person) => _sessions[person] = Desk.Resume(person, Site);

    /// <summary>The session somebody has open since less than eight hours, if they have one.</summary>
    public MonitorSession? OpenSession(Person person) =>
        _sessions.TryGetValue(person, out MonitorSession? session) && Clock.Now - session.Began < TimeSpan.FromHours(8) ? session : null;

    /// <summary>Hour and minute of a day of the trail, counted from 0.</summary>
    public DateTime At(int day, int hour, int minute = 0) => Options.Start.Date.AddDays(day).AddHours(hour).AddMinutes(minute);

    public Dice DiceFor(string name) => Dice.For(Options.Seed, Site.Account + "/" + name);

    /// <summary>The administrator in the AWS console.</summary>
    public Caller Console() => Administrator(Cast.Admin.Browser) with { FromConsole = true };

    /// <summary>The administrator at a prompt, with the same permission set.</summary>
    public Caller Administrator(string agent)
    {
        _keys ??= DiceFor("administrator's keys");
        if (_key is null || Clock.Now > _keySince.AddHours(1))
        {
            _key = _keys.TemporaryKey();
            _keySince = Clock.Now.AddSeconds(-_keys.Between(20, 600));
        }

        return Caller.InRole(Site.AdminRole, Cast.Admin.UserName, _key, _keySince, Cast.Admin.Address, agent);
    }

    /// <summary>The administrator with the AWS CLI, whose user agent names the command.</summary>
    public Caller Cli(string operation) => Administrator(UserAgents.AwsCli("deadline." + UserAgents.Dashed(operation)));
}
