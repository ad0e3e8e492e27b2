using System;
using System.Collections.Generic;
using System.Globalization;
using DeadlineTrail.Deadline;
using DeadlineTrail.Sources.Ordering;

namespace DeadlineTrail.SignIns;

/// <summary>
/// Takes what counts from the events of one reading, in any order and without I/O: sign-ins and grants one by one, calls as
/// sums for each access key. What it holds grows with sessions and with the keys in use, not with events.
/// </summary>
/// <param name="query">What is asked.</param>
/// <param name="isNewestFirst">Whether events come newest first and without duplicates, as sources give them. Then calls with
/// keys that turn out to be nobody's here are let go as soon as that is certain.</param>
internal sealed class SignInCollector(SignInQuery query, bool isNewestFirst)
{
    private const int SweepEvery = 8192;

    private readonly HashSet<(EventKey Key, long Ticks)> _seen = [];
    private readonly HashSet<string> _knownKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallActivity> _activities = new(StringComparer.Ordinal);
    private readonly List<SignInRecord> _authentications = [];
    private readonly List<GrantRecord> _grants = [];
    private readonly Dictionary<string, FailedWorkflow> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wantedWorkflows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _verified = new(StringComparer.Ordinal);
    private List<RoleChain> _chains = [];
    private int _untilSweep = SweepEvery;
    private readonly HeldCalls? _held = query.IncludeActivity ? new HeldCalls(HeldCalls.Usual) : null;

    internal SignInQuery Query => query;

    internal NameIdPairs Names { get; } = new();

    internal RoleKnowledge Roles { get; } = new();

    internal IReadOnlyList<SignInRecord> Authentications => _authentications;

    internal IReadOnlyList<GrantRecord> Grants => _grants;

    internal IReadOnlyCollection<FailedWorkflow> Failures => _failures.Values;

    internal IReadOnlyCollection<CallActivity> Activities => _activities.Values;

    internal IReadOnlyList<RoleChain> Chains => _chains;

    /// <summary>Gets a value indicating whether any event of the sign-in service was there.</summary>
    internal bool SawSignInService { get; private set; }

    /// <summary>Gets a value indicating whether any event of STS was there.</summary>
    internal bool SawTokenService { get; private set; }

    /// <summary>Gets how many events of the sign-in service say neither Success nor Failure.</summary>
    internal long Unclear { get; private set; }

    /// <summary>The factors that were verified in a workflow.</summary>
    internal IEnumerable<string> Verified(SignInRecord record) =>
        record.Workflow is not null && _verified.TryGetValue(WorkflowOf(record), out var types) ? types : [];

    /// <summary>The failures of a sign-in's own workflow, or null.</summary>
    internal FailedWorkflow? FailuresOf(SignInRecord record) =>
        record.Workflow is not null && _failures.TryGetValue(WorkflowOf(record), out var failures) ? failures : null;

    /// <summary>Whether one event of a session meets what was asked: its sign-in or another event of that workflow, a grant, a
    /// call made with the credentials.</summary>
    internal bool IsWanted(SessionDraft session) =>
        query.EventFilter is null || session.HasWantedActivity || session.Failure?.IsWanted == true || IsWanted(session.SignIn ?? session.Failure?.Last);

    /// <summary>Takes an event of the place where the sign-ins are: nothing else of it counts.</summary>
    internal void AddSignIn(TrailEvent trailEvent)
    {
        if (IsOf(trailEvent, DeadlineService.SignInEventSource))
        {
            Add(trailEvent);
        }
    }

    /// <summary>Takes an event.</summary>
    internal void Add(TrailEvent trailEvent)
    {
        if (IsOf(trailEvent, DeadlineService.SignInEventSource))
        {
            SawSignInService = true;
            if (InTime(trailEvent, query.ReadToTicks) && SignInRecord.TryRead(trailEvent) is { } record && IsNew(trailEvent))
            {
                record.IsWanted = query.IsWanted(trailEvent);
                AddRecord(record);
            }
        }
        else if (IsOf(trailEvent, DeadlineService.StsEventSource))
        {
            SawTokenService = true;
            if (trailEvent.EventName == "AssumeRole" && InTime(trailEvent, query.EndTicks) && (isNewestFirst || IsNew(trailEvent)))
            {
                AddAssumeRole(trailEvent);
            }
        }
        else if (IsOf(trailEvent, DeadlineService.EventSource) && (isNewestFirst || IsNew(trailEvent)))
        {
            Roles.Learn(trailEvent);
            if (InTime(trailEvent, query.EndTicks))
            {
                AddCall(trailEvent);
            }
        }

        if (isNewestFirst && --_untilSweep == 0)
        {
            _untilSweep = SweepEvery;
            LetGo(trailEvent.Ticks);
        }
    }

    private bool IsWanted(SignInRecord? record) =>
        record is not null && (record.IsWanted || (record.Workflow is not null && _wantedWorkflows.Contains(WorkflowOf(record))));

    private static bool IsOf(TrailEvent trailEvent, string source) => string.Equals(trailEvent.EventSource, source, StringComparison.OrdinalIgnoreCase);

    private static string WorkflowOf(SignInRecord record) => record.Account + " " + record.Workflow;

    private bool InTime(TrailEvent trailEvent, long to) => trailEvent.Ticks >= query.ReadFromTicks && trailEvent.Ticks <= to;

    // Of two sources, or of events that were piped, one may come twice. Without an ID none is ever a duplicate.
    private bool IsNew(TrailEvent trailEvent) => EventKey.Of(trailEvent) is not { } key || _seen.Add((key, trailEvent.Ticks));

    private void AddRecord(SignInRecord record)
    {
        Names.Add(record);
        if (record is { IsWanted: true, Workflow: not null })
        {
            _wantedWorkflows.Add(WorkflowOf(record));
        }

        if (record.Name == SignInRecord.Challenge)
        {
            return;
        }

        if (record.Failed)
        {
            // Without a workflow, each is its own.
            var key = record.Workflow is null ? record.Account + " event " + (record.EventId ?? _failures.Count.ToString(CultureInfo.InvariantCulture)) : WorkflowOf(record);
            if (!_failures.TryGetValue(key, out var failures))
            {
                _failures.Add(key, failures = new FailedWorkflow());
            }

            failures.Add(record);
        }
        else if (!record.Succeeded)
        {
            Unclear++;
        }
        else if (record.Name == SignInRecord.Authentication)
        {
            _authentications.Add(record);
        }
        else if (record.Workflow is not null)
        {
            if (!_verified.TryGetValue(WorkflowOf(record), out var types))
            {
                _verified.Add(WorkflowOf(record), types = new SortedSet<string>(StringComparer.Ordinal));
            }

            types.UnionWith(record.CredentialTypes);
        }
    }

    private void AddAssumeRole(TrailEvent trailEvent)
    {
        if (GrantRecord.TryRead(trailEvent) is { } grant)
        {
            grant.IsWanted = query.IsWanted(trailEvent);
            _grants.Add(grant);
            Know(grant.AccessKeyId);
        }
        else if (RoleChain.TryRead(trailEvent) is { } chain)
        {
            _chains.Add(query.IsWanted(trailEvent) ? chain with { IsWanted = true } : chain);
            Know(chain.AccessKeyId);
        }
    }

    private void Know(string? key)
    {
        if (key is not null)
        {
            _knownKeys.Add(key);
        }
    }

    private void AddCall(TrailEvent call)
    {
        var actor = call.Actor;
        if (!actor.UsedTemporaryCredentials)
        {
            return;
        }

        var caller = CallerIdentity.Of(actor);
        if (caller.AccessKeyId is null && caller.UserId is null)
        {
            return;
        }

        if (caller.UserId is not null)
        {
            Roles.LearnCaller(caller.RoleArn);
        }

        // Without a key, minute by minute: the calls of a minute lie in the same grants' validity, but for its edge.
        var key = caller.AccessKeyId ?? $"{caller.RoleArn ?? caller.RoleName} {caller.SessionName} {call.Ticks / TimeSpan.TicksPerMinute}";
        if (!_activities.TryGetValue(key, out var activity))
        {
            _activities.Add(key, activity = new CallActivity(caller, _held));
        }

        activity.Add(call, query.IsWanted(call));
    }

    /// <summary>
    /// Newest first, the record that gave out a key comes after the calls made with it. Once the reading is past the moment
    /// at which a key was issued and nothing gave it out, it is a worker's, an administrator's, nobody's here.
    /// </summary>
    private void LetGo(long ticks)
    {
        _chains = _chains.FindAll(chain => !IsPast(chain.Caller, ticks));
        _knownKeys.Clear();
        _grants.ForEach(grant => Know(grant.AccessKeyId));
        _chains.ForEach(chain => Know(chain.AccessKeyId));
        var gone = new List<string>();
        foreach (var activity in _activities)
        {
            if (IsPast(activity.Value.Caller, ticks))
            {
                activity.Value.LetGo();
                gone.Add(activity.Key);
            }
        }

        gone.ForEach(key => _activities.Remove(key));
    }

    private bool IsPast(CallerIdentity caller, long ticks) =>
        caller.UserId is null && caller.IssuedTicks - GrantRecord.UsualLife.Ticks > ticks && !_knownKeys.Contains(caller.AccessKeyId!);
}
