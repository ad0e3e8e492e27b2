using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Completion;
using DeadlineTrail.Querying;
using DeadlineTrail.SignIns;

namespace DeadlineTrail.Cmdlets;

/// <content>Which sessions are given. Every filter looks at the whole session, never at single events: half a session
/// would be joined wrongly.</content>
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

    private static Func<string, bool> Compile(string pattern) => new NamePattern(pattern).IsMatch;

    private SignInQuery Question()
    {
        var range = Query(TrailOrder.Unordered, long.MaxValue, includeDuplicate: false, strict: false);
        return new SignInQuery
        {
            StartTicks = range.StartTicks,
            EndTicks = range.EndTicks,
            KnownToTicks = DateTime.UtcNow.Ticks,
            SessionLimit = SessionLimit,
            IncludeUnlinked = IncludeUnlinked,
            IncludeActivity = IncludeActivity,
        };
    }

    private void SetFilters()
    {
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
