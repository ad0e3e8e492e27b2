using System;
using System.Collections.Generic;
using DeadlineTrail.Deadline.Identifiers;

namespace DeadlineTrail.History;

/// <summary>A resource whose history is asked for, and what has been seen of it.</summary>
internal sealed class HistorySubject(ResourceReference reference)
{
    private readonly IndirectEffects _effects = new(reference.Kind);
    private readonly SortedSet<string> _regions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _accounts = new(StringComparer.Ordinal);
    private bool _hasEntries;
    private int _inside;

    internal ResourceReference Reference { get; } = reference;

    internal string Id => Reference.Id!;

    /// <summary>Whether a call belongs into the history.</summary>
    /// <param name="folded">The call.</param>
    /// <param name="includeChildren">Whether one on what lies in the resource does.</param>
    /// <param name="cause">How it may have affected the resource, where it was on something else.</param>
    internal bool Relates(FoldedCall folded, bool includeChildren, out string? cause)
    {
        cause = null;
        var call = folded.Call;
        var isAbout = call.IsAbout(Id);
        var isInside = call.Path.Contains(Id);
        if (isAbout || isInside)
        {
            _regions.Add(call.Event.Region ?? string.Empty);
            _accounts.Add(call.Event.AccountId ?? string.Empty);
        }

        if (isAbout)
        {
            _hasEntries = true;
            if (call.Id == Id && call.Result != CallResult.Failed)
            {
                _effects.Note(call);
            }

            return true;
        }

        // First, since what lies in the resource may have affected it too, as a queue's budget does.
        cause = _effects.Of(folded);
        if (cause is not null || (includeChildren && isInside))
        {
            _hasEntries = true;
            return true;
        }

        _inside += isInside ? 1 : 0;
        return false;
    }

    /// <summary>Why the resource has no history; null where it has one.</summary>
    internal HistoryProblem? Problem()
    {
        if (!_hasEntries && _inside == 0)
        {
            return new HistoryProblem(HistoryProblem.NotFound, Reference.Text, $"No record of a change to {Id} is in what was read. {Hint()}");
        }

        if (Reference.Arn is { } arn && ((arn.Region.Length > 0 && !_regions.Contains(arn.Region)) || (arn.AccountId.Length > 0 && !_accounts.Contains(arn.AccountId))))
        {
            return new HistoryProblem(HistoryProblem.OtherRegion, Reference.Text,
                $"The ARN is of {arn.AccountId}, {arn.Region}, but the records about {Id} are of {string.Join(", ", _accounts)}, {string.Join(", ", _regions)}. Correct the ARN, or ask by the identifier.");
        }

        return _hasEntries ? null : new HistoryProblem(HistoryProblem.NotFound, Reference.Text,
            $"No record of a change to {Id} itself is in what was read, only of calls on what lies in it ({_inside}): -IncludeChildren shows them. {Hint()}");
    }

    // https://docs.aws.amazon.com/deadline-cloud/latest/userguide/logging-using-cloudtrail.html lists which are data events.
    private string Hint() => Reference.Kind is IdentifierKind.Job or IdentifierKind.Step or IdentifierKind.Task or IdentifierKind.Session or IdentifierKind.SessionAction
        ? "Calls on jobs, steps, tasks and sessions are data events: they are never in Event history, and in a trail only if its event selectors ask for them. Check also the identifier, the account and the Region."
        : "Check the identifier, the account and the Region, and whether the logs reach back to when it was last changed.";
}
