using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.People;

namespace DeadlineTrail.Testing.SignIn;

/// <summary>
/// A person's time in the monitor, or in a submitter with the monitor's profile: the monitor's credentials live 15 minutes
/// and are renewed as long as somebody needs them.
/// </summary>
internal sealed class MonitorSession(Person person, Site site, SignInSession truth, SignInDesk desk, Func<DateTime> clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly string _name = SignInDesk.SessionName(person.UserId);
    private readonly Dictionary<string, Caller> _callers = [];
    private Credentials? _credentials;

    public Person Person => person;

    public SignInSession Truth => truth;

    public DateTime Began { get; } = clock();

    /// <summary>The session as a caller with a user agent, with credentials that are good now.</summary>
    public Caller With(string agent)
    {
        DateTime now = clock();
        if (_credentials is null || now > _credentials.Expires - TimeSpan.FromSeconds(45))
        {
            _credentials = desk.Grant(truth, site, _name);
            _callers.Clear();
        }

        if (!_callers.TryGetValue(agent, out Caller? caller))
        {
            _callers[agent] = caller = Caller.InRole(
                site.MonitorRole, _name, _credentials.AccessKeyId, _credentials.Since, person.Address, agent);
        }

        return caller;
    }

    /// <summary>Another monitor that the same sign-in opens.</summary>
    public MonitorSession Other(Site other) => desk.OpenOther(this, other);

    /// <summary>A role that is assumed with the session's credentials, or with those of a role assumed before.</summary>
    public Caller Assume(Caller caller, Role role, string name) => desk.Chain(this, caller, role, name, site.Region);

    public Caller Browser => With(person.Browser);
}
