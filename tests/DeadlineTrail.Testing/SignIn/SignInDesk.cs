using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.People;

namespace DeadlineTrail.Testing.SignIn;

/// <summary>
/// AWS IAM Identity Center: it signs people in, in the account and Region it lives in, which need not be the farm's. The
/// order of events is that of its user guide: challenge, verification, again for a second factor, then UserAuthentication;
/// people of an external identity provider leave only the last.
/// </summary>
internal sealed class SignInDesk
{
    private readonly Recorder _recorder;
    private readonly Ledger _ledger;
    private readonly CredentialService _credentials;
    private readonly Func<DateTime> _clock;
    private readonly Dice _dice;
    private readonly string _storeId;
    private readonly Dictionary<string, SignInSession> _byKey = [];

    public SignInDesk(string account, string region, Recorder recorder, Ledger ledger, CredentialService credentials, Func<DateTime> clock, Dice dice)
    {
        Account = account;
        Region = region;
        _recorder = recorder;
        _ledger = ledger;
        _credentials = credentials;
        _clock = clock;
        _dice = dice;
        _storeId = "d-" + dice.Hex(10);
    }

    public string Account { get; }

    public string Region { get; }

    public string IdentityStoreId => _storeId;

    /// <summary>
    /// The role session name: that the user's id is inside it is documented, the prefix was seen once, in a role of before
    /// the service's release.
    /// </summary>
    public static string SessionName(string userId) => "DeadlineSession-" + userId;

    /// <summary>Which address LoginTo names for a monitor is not published: the monitor's own, or the portal's. Half of the people
    /// have the one, half the other.</summary>
    public static bool IsBoundForMonitor(Person person) => person.UserId[^1] % 2 == 0;

    /// <summary>Signs somebody in. The events take some seconds; the session is good at once after.</summary>
    public MonitorSession SignIn(Person person, Site site)
    {
        string workflow = _dice.Uuid();
        DateTime at = _clock();
        string[] factors = person.Credential.Split(',');
        bool external = person.Credential == "EXTERNAL_IDP";
        if (!external)
        {
            foreach (string factor in factors)
            {
                Challenge(person, site, workflow, factor, ref at);
                Verify(person, site, workflow, factor, true, ref at);
            }
        }

        string eventId = Event("UserAuthentication", person, site, workflow, person.Credential, at, "Success", known: true);
        var session = new SignInSession
        {
            UserName = person.UserName,
            UserId = person.UserId,
            MonitorRoleArn = site.MonitorRole.Arn,
            SourceIPAddress = person.Address,
            CredentialType = person.Credential,
            SignInEventId = eventId,
            SignInTime = at,
            Mfa = factors.Length > 1,
        };
        _ledger.Add(session);
        return new MonitorSession(person, site, session, this, _clock);
    }

    /// <summary>A session of somebody who had signed in to Identity Center before the trail begins: no sign-in is seen.</summary>
    public MonitorSession Resume(Person person, Site site)
    {
        var session = new SignInSession
        {
            UserName = person.UserName,
            UserId = person.UserId,
            MonitorRoleArn = site.MonitorRole.Arn,
            SourceIPAddress = person.Address,
        };
        _ledger.Add(session);
        return new MonitorSession(person, site, session, this, _clock);
    }

    /// <summary>Another monitor, opened by somebody who is signed in.</summary>
    public MonitorSession OpenOther(MonitorSession session, Site site) => new(session.Person, site, session.Truth, this, _clock);

    /// <summary>Another role, assumed with a key of the session.</summary>
    public Caller Chain(MonitorSession session, Caller caller, Role role, string name, string region)
    {
        Credentials credentials = _credentials.Chain(caller, role, name, region, _clock(), TimeSpan.FromHours(1));
        if (_ledger.KeepsRecords)
        {
            session.Truth.ChainedKeys.Add(credentials.AccessKeyId);
            _byKey[credentials.AccessKeyId] = session.Truth;
        }

        return Caller.InRole(role, name, credentials.AccessKeyId, credentials.Since, caller.Address, caller.Agent);
    }

    /// <summary>A wrong password, or a wrong name: a verification that fails and no UserAuthentication.</summary>
    public string Fail(Person person, Site site, string address, bool unknownName)
    {
        string workflow = _dice.Uuid();
        DateTime at = _clock();
        Person there = person with { Address = address };
        Challenge(there, site, workflow, "PASSWORD", ref at, unknownName);
        DateTime verified = at;
        string eventId = Verify(there, site, workflow, "PASSWORD", false, ref at, unknownName);
        _ledger.Add(new FailedSignIn(eventId, verified, unknownName ? null : person.UserName, workflow, address));
        return eventId;
    }

    internal Credentials Grant(SignInSession session, Site site, string name)
    {
        // Regional STS logs in its Region; now and then the global endpoint was used.
        string region = _dice.Chance(0.95) ? site.Region : Region;
        Credentials credentials = _credentials.Assume(site.MonitorRole, name, region, _clock(), MonitorSession.Life);
        if (_ledger.KeepsRecords)
        {
            session.Grants.Add(new Grant(credentials.EventId, credentials.Since, credentials.AccessKeyId, credentials.Expires, name));
            _byKey[credentials.AccessKeyId] = session;
        }

        return credentials;
    }

    internal void Called(Caller who, string eventId)
    {
        if (who.AccessKeyId is string key && _byKey.TryGetValue(key, out SignInSession? session))
        {
            session.Calls.Add(eventId);
        }
    }

    private void Challenge(Person person, Site site, string workflow, string factor, ref DateTime at, bool unknownName = false)
    {
        Event("CredentialChallenge", person, site, workflow, factor, at, "Success", known: false, unknownName);
        at += _dice.Seconds(4, 25);
    }

    private string Verify(Person person, Site site, string workflow, string factor, bool good, ref DateTime at, bool unknownName = false)
    {
        string id = Event("CredentialVerification", person, site, workflow, factor, at, good ? "Success" : "Failure", known: good, unknownName);
        at += _dice.Seconds(0, 2);
        return id;
    }

    private string Event(string name, Person person, Site site, string workflow, string credential, DateTime at, string result, bool known, bool unknownName = false)
    {
        string eventId = _dice.Uuid();
        string userName = unknownName ? Sensitive.Marker : person.UserName;

        // A fifth still has the shape of before July 2025: type Unknown, the name in the identity, none of the new fields.
        bool old = _dice.Chance(0.2);
        string identity = old || !known
            ? $$"""{"type":"Unknown","principalId":"{{Account}}","arn":"","accountId":"{{Account}}","accessKeyId":""{{(old && !unknownName ? $",\"userName\":{RecordWriter.Quote(person.UserName)}" : "")}}}"""
            : $$"""{"type":"IdentityCenterUser","arn":"","accountId":"{{Account}}","accessKeyId":"","onBehalfOf":{"userId":"{{person.UserId}}","identityStoreArn":"arn:aws:identitystore::{{Account}}:identitystore/{{_storeId}}"},"credentialId":"{{_dice.Uuid()}}"}""";

        string loginTo = IsBoundForMonitor(person)
            ? $"https://{site.Subdomain}.{site.Region}.deadlinecloud.amazonaws.com/"
            : $"https://{_storeId}.awsapps.com/start/";
        _recorder.Record(new TrailRecord
        {
            Version = old ? "1.08" : "1.09",
            IdentityJson = identity,
            Time = at,
            Source = "signin.amazonaws.com",
            Name = name,
            Region = Region,
            Account = Account,
            Address = person.Address,
            Agent = person.Browser,
            AdditionalJson = $$"""{"AuthWorkflowID":"{{workflow}}"{{(old ? "" : $",\"UserName\":{RecordWriter.Quote(userName)}")}},"LoginTo":"{{loginTo}}","CredentialType":"{{credential}}"}""",
            RequestId = _dice.Uuid(),
            EventId = eventId,
            ReadOnly = false,
            EventType = old && _dice.Chance(0.2) ? "AWSServiceEvent" : "AwsServiceEvent",
            Management = old ? true : null,
            ServiceDetailsJson = $$"""{"{{name}}":"{{result}}"}""",
        });
        return eventId;
    }
}
