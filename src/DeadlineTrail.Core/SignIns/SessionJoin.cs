using System;
using System.Collections.Generic;
using System.Linq;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Puts sessions together from what was collected: a state machine over sign-ins, grants and calls, oldest first, without
/// I/O. Its rules, and how certain each is, stand in docs/sign-ins.md.
/// </summary>
internal sealed class SessionJoin
{
    private readonly SignInCollector _evidence;
    private readonly Dictionary<string, List<SessionDraft>> _signIns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string User, string Role), SessionDraft> _withoutSignIn = [];
    private readonly List<SessionDraft> _sessions = [];
    private readonly Dictionary<string, SessionDraft> _byKey = new(StringComparer.Ordinal);
    private readonly ILookup<string?, CallActivity> _activities;
    private readonly ILookup<string, RoleChain> _chains;
    private readonly HashSet<CallActivity> _joined = [];
    private readonly SortedDictionary<string, int> _taken = new(StringComparer.Ordinal);

    internal SessionJoin(SignInCollector evidence)
    {
        _evidence = evidence;
        _activities = evidence.Activities.ToLookup(static activity => activity.Caller.AccessKeyId);
        _chains = evidence.Chains.OrderBy(static chain => chain.Ticks).ThenBy(static chain => chain.EventId, StringComparer.Ordinal)
            .ToLookup(static chain => chain.Caller.AccessKeyId!);
    }

    /// <summary>Gets every session, in the order of their beginning.</summary>
    internal IReadOnlyList<SessionDraft> Sessions => _sessions;

    /// <summary>Gets the roles that were taken for a queue's or a fleet's because of the time alone, with their grants.</summary>
    internal IReadOnlyDictionary<string, int> TakenForQueueOrFleet => _taken;

    /// <summary>Gets how many grants count: those of monitor roles.</summary>
    internal int Grants { get; private set; }

    /// <summary>Gets how many calls of monitor users belong to no session.</summary>
    internal long UnjoinedCalls { get; private set; }

    internal void Run()
    {
        OpenBySignIn();
        var grants = MonitorGrants();
        Grants = grants.Count;
        foreach (var grant in grants)
        {
            Join(grant);
        }

        JoinBySessionName(grants);
        UnjoinedCalls = _evidence.Activities.Where(activity => activity.Caller.UserId is not null && !_joined.Contains(activity)).Sum(static activity => activity.Count);
        AddFailures();
        _sessions.Sort(InOrder);
    }

    private static int InOrder(SessionDraft x, SessionDraft y)
    {
        var order = x.Start.CompareTo(y.Start);
        return order != 0 ? order : string.CompareOrdinal(IdOf(x), IdOf(y));
    }

    private static string? IdOf(SessionDraft session) =>
        session.SignIn?.EventId ?? session.Failure?.Last.EventId ?? (session.Grants.Count > 0 ? session.Grants[0].EventId : null);

    /// <summary>A sign-in always opens a session.</summary>
    private void OpenBySignIn()
    {
        var known = new HashSet<string?>(_evidence.Authentications.Select(static record => record.EventId), StringComparer.Ordinal);
        foreach (var record in _evidence.Authentications.OrderBy(static record => record.Ticks).ThenBy(static record => record.EventId, StringComparer.Ordinal))
        {
            if (record.Amends is not null && known.Contains(record.Amends))
            {
                // CloudTrail corrected a record: the same sign-in again.
                continue;
            }

            var byName = record.UserId is null ? _evidence.Names.IdOf(record.Account, record.UserName) : null;
            var session = new SessionDraft { SignIn = record, UserId = record.UserId ?? byName, IdIsByName = byName is not null };
            _sessions.Add(session);
            if (session.UserId is { } id)
            {
                if (!_signIns.TryGetValue(id, out var ofUser))
                {
                    _signIns.Add(id, ofUser = []);
                }

                ofUser.Add(session);
            }
        }
    }

    /// <summary>The grants that are neither a queue's nor a fleet's, each once, oldest first.</summary>
    private List<GrantRecord> MonitorGrants()
    {
        var grants = new List<GrantRecord>();
        var once = new Dictionary<string, GrantRecord>(StringComparer.Ordinal);
        foreach (var grant in _evidence.Grants.OrderBy(static grant => grant.Ticks).ThenBy(static grant => grant.EventId, StringComparer.Ordinal))
        {
            if (_evidence.Roles.IsQueueOrFleet(grant.RoleArn))
            {
                continue;
            }

            // One action seen from two accounts is two events with one sharedEventID, and one key.
            if ((grant.AccessKeyId ?? grant.SharedEventId) is { } same)
            {
                if (once.TryGetValue(same, out var kept))
                {
                    kept.IsWanted |= grant.IsWanted;
                    continue;
                }

                once.Add(same, grant);
            }

            if (_evidence.Roles.CameWithAssumeCall(grant))
            {
                _taken[grant.RoleArn] = _taken.TryGetValue(grant.RoleArn, out var count) ? count + 1 : 1;
                continue;
            }

            grants.Add(grant);
        }

        return grants;
    }

    private void Join(GrantRecord grant)
    {
        var session = LatestSignIn(grant) ?? OpenWithoutSignIn(grant);
        session.Grants.Add(grant);
        if (grant.AccessKeyId is { } key && !_byKey.ContainsKey(key))
        {
            JoinKey(session, key);
        }
    }

    /// <summary>The latest sign-in of the user that is at most a minute after the grant and at most the limit before it. One
    /// bound for WorkSpaces counts only when there is no other.</summary>
    private SessionDraft? LatestSignIn(GrantRecord grant)
    {
        SessionDraft? latest = null;
        foreach (var session in _signIns.TryGetValue(grant.UserId, out var ofUser) ? ofUser : [])
        {
            var signIn = session.SignIn!;
            if (signIn.Ticks <= grant.Ticks + SignInQuery.ClockSkew.Ticks && grant.Ticks - signIn.Ticks <= _evidence.Query.SessionLimit.Ticks
                && (latest is null || !signIn.Target.IsOtherApplication || latest.SignIn!.Target.IsOtherApplication))
            {
                latest = session;
            }
        }

        return latest;
    }

    private SessionDraft OpenWithoutSignIn(GrantRecord grant)
    {
        var state = (grant.UserId.ToUpperInvariant(), grant.RoleArn);
        if (!_withoutSignIn.TryGetValue(state, out var open) || grant.Ticks - LastEvidence(open, grant.Ticks) > _evidence.Query.SessionLimit.Ticks)
        {
            _sessions.Add(open = new SessionDraft { UserId = grant.UserId });
            _withoutSignIn[state] = open;
        }

        return open;
    }

    private static long LastEvidence(SessionDraft session, long until)
    {
        var last = session.Grants[session.Grants.Count - 1].Ticks;
        return session.LastCall is { } call ? Math.Max(last, Math.Min(call, until)) : last;
    }

    /// <summary>By key, which is exact: the calls signed with it, and those of roles that were assumed with it.</summary>
    private void JoinKey(SessionDraft session, string key)
    {
        var keys = new Queue<string>();
        keys.Enqueue(key);
        _byKey.Add(key, session);
        while (keys.Count > 0)
        {
            key = keys.Dequeue();
            foreach (var activity in _activities[key])
            {
                _joined.Add(activity);
                session.ByKey.Add(activity);
            }

            foreach (var chain in _chains[key])
            {
                session.Chains.Add(chain);
                if (chain.AccessKeyId is { } next && !_byKey.ContainsKey(next))
                {
                    _byKey.Add(next, session);
                    keys.Enqueue(next);
                }
            }
        }
    }

    /// <summary>Else by session name and role while a grant is good, a minute before and after: inferred.</summary>
    private void JoinBySessionName(List<GrantRecord> grants)
    {
        var bySession = new Dictionary<string, List<(GrantRecord Grant, SessionDraft Session)>>(StringComparer.Ordinal);
        var sessions = _sessions.SelectMany(static session => session.Grants.Select(grant => (grant, session))).ToDictionary(static pair => pair.grant, static pair => pair.session);
        foreach (var grant in grants)
        {
            if (!bySession.TryGetValue(grant.SessionName, out var ofName))
            {
                bySession.Add(grant.SessionName, ofName = []);
            }

            ofName.Add((grant, sessions[grant]));
        }

        foreach (var activity in _evidence.Activities.Where(activity => activity.Caller.UserId is not null && !_joined.Contains(activity)).OrderBy(static activity => activity.First))
        {
            if (activity.Caller.SessionName is { } name && bySession.TryGetValue(name, out var candidates) && Around(activity, candidates) is { } session)
            {
                _joined.Add(activity);
                session.BySessionName.Add(activity);
            }
        }
    }

    /// <summary>The session of the latest grant in whose validity a key's first call lies, if its last one lies in that of
    /// any grant of the session.</summary>
    private static SessionDraft? Around(CallActivity activity, List<(GrantRecord Grant, SessionDraft Session)> candidates)
    {
        var skew = SignInQuery.ClockSkew.Ticks;
        for (var at = candidates.Count - 1; at >= 0; at--)
        {
            var (grant, session) = candidates[at];
            if (grant.Ticks - skew <= activity.First && activity.First <= grant.ExpiresTicks + skew && activity.Caller.IsSessionOf(grant))
            {
                return session.Grants.Exists(other => activity.Last <= other.ExpiresTicks + skew && activity.Caller.IsSessionOf(other)) ? session : null;
            }
        }

        return null;
    }

    /// <summary>A failed sign-in is one whose workflow has no UserAuthentication.</summary>
    private void AddFailures()
    {
        var succeeded = new HashSet<FailedWorkflow>();
        foreach (var session in _sessions)
        {
            if (session.SignIn is { } signIn && _evidence.FailuresOf(signIn) is { } failures)
            {
                succeeded.Add(failures);
                session.FailuresBefore.Add(failures);
            }
        }

        foreach (var failure in _evidence.Failures)
        {
            if (!succeeded.Contains(failure))
            {
                var byName = failure.UserId is null ? _evidence.Names.IdOf(failure.Last.Account, failure.UserName) : null;
                _sessions.Add(new SessionDraft { Failure = failure, UserId = failure.UserId ?? byName, IdIsByName = byName is not null });
            }
        }
    }
}
