using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Completion;
using DeadlineTrail.Querying;
using DeadlineTrail.SignIns;

namespace DeadlineTrail.Cmdlets;

/// <content>Which sessions are given. Every filter looks at the whole session, never at single events: half a session
/// would be joined wrongly.</content>
public sealed partial class GetDeadlineSignInCommand
{
    private readonly List<Func<SignIn, bool>> _filters = [];
    private long _startTicks = long.MinValue;
    private long _endTicks = long.MaxValue;

    /// <summary>Gets or sets the first instant that counts: sessions that reach into the range are given. Without a zone it is
    /// local time.</summary>
    [Parameter]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Gets or sets the last instant that counts. Without a zone it is local time.</summary>
    [Parameter]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Gets or sets how far back from now: 90d, 12h, 30m, 2w, or a TimeSpan.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Last { get; set; }

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

    /// <summary>Gets or sets from where the user signed in or called: an IP address, a range, a name, or wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? SourceIPAddress { get; set; }

    /// <summary>Gets or sets the Regions of the sign-in or of a grant.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Region { get; set; }

    /// <summary>Gets or sets the accounts of the sign-in or of a grant.</summary>
    [Parameter]
    [AccountId]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    /// <summary>Gets or sets access keys of the session.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? AccessKeyId { get; set; }

    /// <summary>Gets or sets how many sessions to give at most.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long MaxEvents { get; set; } = long.MaxValue;

    /// <summary>Gets or sets whether the oldest session comes first.</summary>
    [Parameter]
    public SwitchParameter Oldest { get; set; }

    private static Func<string, bool> Compile(string pattern) => new NamePattern(pattern).IsMatch;

    private SignInQuery Query() => new()
    {
        StartTicks = _startTicks,
        EndTicks = _endTicks,
        KnownToTicks = DateTime.UtcNow.Ticks,
        SessionLimit = SessionLimit,
        IncludeUnlinked = IncludeUnlinked,
        IncludeActivity = IncludeActivity,
    };

    private void SetFilters()
    {
        SetRange();
        AddFilter(UserId, static session => [session.UserId]);
        AddFilter(UserName, static session => [session.UserName]);
        AddFilter(Outcome, static session => [session.Outcome]);
        AddFilter(Region, static session => session.Grants.Select(static grant => grant.Region).Prepend(session.SignInRegion));
        AddFilter(AccountId, static session => session.Grants.Select(static grant => grant.AccountId).Prepend(session.SignInAccountId));
        AddFilter(AccessKeyId, static session => session.AccessKeyId);
        if (SourceIPAddress is not null)
        {
            try
            {
                var filter = new AddressFilter(SourceIPAddress, Compile);
                _filters.Add(session => session.Addresses.Any(filter.Matches));
            }
            catch (FormatException wrong)
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(SourceIPAddress), SourceIPAddress, wrong.Message));
            }
        }
    }

    private void SetRange()
    {
        if (Last is { } last)
        {
            if (StartTime is not null)
            {
                ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(Last), last, "-Last says when to start, and so does -StartTime: give one of them."));
            }

            var now = DateTime.UtcNow.Ticks;
            _startTicks = last.Ticks < now ? now - last.Ticks : long.MinValue;
        }

        _startTicks = StartTime?.UtcTicks ?? _startTicks;
        _endTicks = EndTime?.UtcTicks ?? _endTicks;
        if (_endTicks < _startTicks)
        {
            ThrowTerminatingError(TrailErrors.InvalidFilter(nameof(EndTime), EndTime, "The end of the range lies before its start, so no session can match. Exchange the two, or check their time zones: without one, a time is local."));
        }
    }

    private void AddFilter(string[]? values, Func<SignIn, IEnumerable<string?>> of)
    {
        if (values is not null)
        {
            var filter = new TextFilter(values, Compile);
            _filters.Add(session => of(session).Any(filter.Matches));
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
