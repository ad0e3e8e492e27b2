using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Completion;
using DeadlineTrail.Querying;
using DeadlineTrail.SignIns;

namespace DeadlineTrail.Cmdlets;

/// <content>
/// Which sessions are given. The filters of events, which all cmdlets have, are met by a session of which one event meets them
/// all; every event of the session is read all the same, for half a session would be joined wrongly. The user, the outcome
/// and the time are the session's own.
/// </content>
public sealed partial class GetDeadlineSignInCommand
{
    private readonly List<Func<SignIn, bool>> _filters = [];

    /// <summary>Gets or sets the users by their IDs in IAM Identity Center.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? UserId { get; set; }

    /// <summary>Gets or sets the users by name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? UserName { get; set; }

    /// <summary>Gets or sets how it ended: Success, Failure, or NotSeen for credentials without a sign-in in sight.</summary>
    [Parameter]
    [ValidateOneOf("Success", "Failure", "NotSeen")]
    [ArgumentCompleter(typeof(GetDeadlineSignInOutcomeCompleter))]
    public string[]? Outcome { get; set; }

    /// <summary>Gets or sets how many sessions to give at most.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Gets or sets whether the oldest session comes first.</summary>
    [Parameter]
    public SwitchParameter Oldest { get; set; }

    /// <summary>A session is made of the events of three services, and a filter may be met by any of them.</summary>
    private protected override bool IsAboutDeadline => false;

    /// <summary>A grant is found by the key that it gave, too.</summary>
    private protected override EventCondition AccessKeyCondition(TextFilter filter) => SignInConditions.AccessKeyId(filter);

    private TrailQuery Range() => Query(TrailOrder.Unordered, long.MaxValue, includeDuplicate: false, strict: false);

    private SignInQuery Question(IReadOnlyList<string>? historyRegions = null, IReadOnlyList<string>? notRecorded = null)
    {
        var range = Range();
        return new SignInQuery
        {
            StartTicks = range.StartTicks,
            EndTicks = range.EndTicks,
            KnownToTicks = DateTime.UtcNow.Ticks,
            SessionLimit = SessionLimit,
            IncludeUnlinked = IncludeUnlinked,
            IncludeActivity = IncludeActivity,
            EventFilter = FiltersAtAnyTime(inAnyRegion: historyRegions is not null),
            HistoryRegions = historyRegions,
            NotRecorded = notRecorded ?? [],
        };
    }

    private void SetFilters()
    {
        AddFilter(UserId, static session => session.UserId);
        AddFilter(UserName, static session => session.UserName);
        AddFilter(Outcome, static session => session.Outcome);
    }

    private void AddFilter(string[]? values, Func<SignIn, string?> of)
    {
        if (values is not null)
        {
            var filter = new TextFilter(values, static pattern => new NamePattern(pattern).IsMatch);
            _filters.Add(session => filter.Matches(of(session)));
        }
    }

    private void Write(IReadOnlyList<SignIn> sessions)
    {
        var given = 0L;
        foreach (var session in Oldest ? sessions.Reverse() : sessions)
        {
            if (given < MaxEvents && _filters.TrueForAll(filter => filter(session)))
            {
                given++;
                Output.Write(session);
            }
        }
    }
}
