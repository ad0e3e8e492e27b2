using System;
using System.Collections.Generic;

namespace DeadlineTrail.SignIns;

/// <summary>A session while it is put together.</summary>
internal sealed class SessionDraft
{
    /// <summary>Gets the sign-in; null when none was seen, or it failed.</summary>
    internal SignInRecord? SignIn { get; init; }

    /// <summary>Gets the failures, of a sign-in that failed.</summary>
    internal FailedWorkflow? Failure { get; init; }

    internal string? UserId { get; init; }

    /// <summary>Gets a value indicating whether the ID was found by the name.</summary>
    internal bool IdIsByName { get; init; }

    /// <summary>Gets the grants, oldest first.</summary>
    internal List<GrantRecord> Grants { get; } = [];

    /// <summary>Gets the calls of the grants' keys and of chains from them.</summary>
    internal List<CallActivity> ByKey { get; } = [];

    /// <summary>Gets the calls joined by session name, role and time.</summary>
    internal List<CallActivity> BySessionName { get; } = [];

    /// <summary>Gets the roles assumed with the session's keys, and what was assumed with theirs.</summary>
    internal List<RoleChain> Chains { get; } = [];

    /// <summary>Gets a value indicating whether one of the grants, of the calls, or of the roles assumed with their keys meets
    /// what was asked of one event of the session.</summary>
    internal bool HasWantedActivity =>
        Grants.Exists(static grant => grant.IsWanted) || Chains.Exists(static chain => chain.IsWanted)
        || ByKey.Exists(static activity => activity.IsWanted) || BySessionName.Exists(static activity => activity.IsWanted);

    internal List<Finding> Findings { get; } = [];

    /// <summary>Gets the failures that came before the success.</summary>
    internal List<FailedWorkflow> FailuresBefore { get; } = [];

    internal IEnumerable<CallActivity> Activities
    {
        get
        {
            foreach (var activity in ByKey)
            {
                yield return activity;
            }

            foreach (var activity in BySessionName)
            {
                yield return activity;
            }
        }
    }

    internal long? SignInTicks => SignIn?.Ticks ?? Failure?.Last.Ticks;

    internal long Start
    {
        get
        {
            var start = Failure?.First ?? SignIn?.Ticks ?? long.MaxValue;
            return Grants.Count > 0 ? Math.Min(start, Grants[0].Ticks) : start;
        }
    }

    internal long? LastCall
    {
        get
        {
            long? last = null;
            foreach (var activity in Activities)
            {
                last = Math.Max(last ?? long.MinValue, activity.Last);
            }

            return last;
        }
    }

    /// <summary>Gets when the session was over: the later of the last grant's expiry and the last call; null without grants.</summary>
    internal long? End
    {
        get
        {
            if (Failure is not null)
            {
                return Failure.Last.Ticks;
            }

            long? end = null;
            foreach (var grant in Grants)
            {
                end = Math.Max(end ?? long.MinValue, grant.ExpiresTicks);
            }

            return end is null ? null : Math.Max(end.Value, LastCall ?? long.MinValue);
        }
    }

    /// <summary>Gets a value indicating whether anything ties the session to Deadline Cloud. A failure can have no grant, so
    /// for it to be shown it is enough that it was not bound for another application.</summary>
    internal bool IsLinked => Failure is not null
        ? !Failure.Last.Target.IsOtherApplication
        : SignIn is null || Grants.Count > 0 || SignIn.Target.IsMonitor;

    /// <summary>Whether any part of the session lies in a range.</summary>
    internal bool IsIn(SignInQuery query) => Start <= query.EndTicks && (End ?? SignInTicks ?? Start) >= query.StartTicks;
}
