using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;

namespace DeadlineTrail.SignIns;

/// <summary>What a reviewer should look at, in sessions that are put together and in the order of their beginning.</summary>
internal sealed class FindingRules(SignInQuery query)
{
    private const int Repeated = 2;

    private readonly Dictionary<string, SessionDraft> _lastSuccess = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<SessionDraft>> _failures = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at the next session.</summary>
    internal void Look(SessionDraft session)
    {
        var user = UserOf(session);
        AddressDiffers(session);
        OutsideMonitorRole(session);
        FailuresBefore(session, user);
        NewAddress(session, user);
        if (session.SignIn is null && session.Failure is null)
        {
            Add(session, FindingNames.NoSignInSeen, "Credentials were given, and no sign-in of this user is in sight that they could belong to.", [session.Grants[0].EventId]);
        }

        Overlapping(session, user);
        session.Findings.Sort(static (x, y) => string.CompareOrdinal(x.Name, y.Name));
    }

    /// <summary>The user by ID, else by the name at an account's Identity Center; null for nobody known.</summary>
    private static string? UserOf(SessionDraft session)
    {
        var record = session.SignIn ?? session.Failure?.Last;
        return session.UserId ?? ((session.Failure?.UserName ?? record?.UserName) is { } name ? record!.Account + " " + name : null);
    }

    private static void AddressDiffers(SessionDraft session)
    {
        if (Address(session.SignIn?.Address) is not { } signIn)
        {
            return;
        }

        var others = CallAddresses(session).Where(call => call.Key != signIn).ToList();
        if (others.Count > 0)
        {
            Add(
                session,
                FindingNames.AddressDiffers,
                $"The user signed in from {signIn}; calls came from {Join(others.Select(static other => other.Key))}.",
                others.Select(static other => other.Value.EventId).Prepend(session.SignIn!.EventId),
                others.Select(static other => other.Key));
        }
    }

    private static void OutsideMonitorRole(SessionDraft session)
    {
        var keys = new HashSet<string?>(session.Grants.Select(static grant => grant.AccessKeyId), StringComparer.Ordinal);
        var outside = new SortedDictionary<string, (FirstSeen First, long Count, long Denied)>(StringComparer.Ordinal);

        void See(string name, FirstSeen first, long count, long denied)
        {
            if (outside.TryGetValue(name, out var seen))
            {
                outside[name] = (seen.First.Ticks <= first.Ticks ? seen.First : first, seen.Count + count, seen.Denied + denied);
            }
            else
            {
                outside.Add(name, (first, count, denied));
            }
        }

        // With the key of another role it is that role that allows it.
        foreach (var activity in session.Activities.Where(activity => activity.Caller.UserId is not null || keys.Contains(activity.Caller.AccessKeyId)))
        {
            foreach (var calls in activity.Outside ?? new Dictionary<string, OutsideCalls>())
            {
                See(calls.Key, calls.Value.First, calls.Value.Count, calls.Value.Denied);
            }
        }

        foreach (var chain in session.Chains.Where(chain => keys.Contains(chain.Caller.AccessKeyId)))
        {
            See("sts:AssumeRole", new FirstSeen(chain.Ticks, chain.EventId), 1, chain.Denied ? 1 : 0);
        }

        if (outside.Count > 0)
        {
            Add(
                session,
                FindingNames.CallOutsideMonitorRole,
                "AWS's policies for monitor users grant none of: " + Join(outside.Select(static calls => string.Format(
                    CultureInfo.InvariantCulture, "{0} ({1}, {2} denied)", calls.Key, calls.Value.Count, calls.Value.Denied))) + ".",
                outside.Values.OrderBy(static calls => calls.First.Ticks).Select(static calls => calls.First.EventId),
                outside.Keys);
        }
    }

    private void FailuresBefore(SessionDraft session, string? user)
    {
        if (session.Failure is not null)
        {
            if (user is not null)
            {
                if (!_failures.TryGetValue(user, out var earlier))
                {
                    _failures.Add(user, earlier = []);
                }

                earlier.Add(session);
            }

            return;
        }

        if (session.SignIn is not { } signIn)
        {
            return;
        }

        if (user is not null && _failures.TryGetValue(user, out var failed))
        {
            session.FailuresBefore.AddRange(failed.Select(static failure => failure.Failure!)
                .Where(failure => failure.Last.Ticks <= signIn.Ticks && signIn.Ticks - failure.Last.Ticks <= query.SessionLimit.Ticks));
            failed.RemoveAll(failure => failure.Failure!.Last.Ticks <= signIn.Ticks);
        }

        var count = session.FailuresBefore.Sum(static failure => failure.Count);
        if (count >= Repeated)
        {
            var records = session.FailuresBefore.SelectMany(static failure => failure.Records).OrderBy(static record => record.Ticks).ToList();
            Add(
                session,
                FindingNames.FailuresBeforeSuccess,
                string.Format(CultureInfo.InvariantCulture, "{0} verifications failed before the user signed in, from {1}.", count, Join(records.Select(static record => record.Address ?? "an unknown address").Distinct())),
                records.Select(static record => record.EventId),
                records.Select(static record => record.Address ?? string.Empty).Distinct());
        }
    }

    private void NewAddress(SessionDraft session, string? user)
    {
        if (user is null)
        {
            return;
        }

        var found = new List<KeyValuePair<string, FirstSeen>>();
        var record = session.SignIn ?? session.Failure?.Last;
        if (Address(record?.Address) is { } address)
        {
            found.Add(new(address, new FirstSeen(record!.Ticks, record.EventId)));
        }

        found.AddRange(CallAddresses(session).Where(call => found.TrueForAll(seen => seen.Key != call.Key)));
        if (!_addresses.TryGetValue(user, out var known))
        {
            _addresses.Add(user, known = new HashSet<string>(StringComparer.Ordinal));
        }

        var added = found.Where(seen => !known.Contains(seen.Key)).ToList();
        if (known.Count > 0 && added.Count > 0)
        {
            Add(
                session,
                FindingNames.NewAddress,
                $"Before this session the query has not seen the user at {Join(added.Select(static seen => seen.Key))}, but at others.",
                added.Select(static seen => seen.Value.EventId),
                added.Select(static seen => seen.Key));
        }

        // Whoever fails to sign in may be anybody.
        if (session.Failure is null)
        {
            known.UnionWith(found.Select(static seen => seen.Key));
        }
    }

    /// <summary>A second sign-in while one is open: its credentials are good, or none were given yet within the limit.</summary>
    private void Overlapping(SessionDraft session, string? user)
    {
        if (session.SignIn is not { } signIn || user is null || !session.IsLinked)
        {
            return;
        }

        if (_lastSuccess.TryGetValue(user, out var earlier))
        {
            var until = earlier.Grants.Count > 0
                ? earlier.Grants.Where(grant => grant.Ticks <= signIn.Ticks).Select(static grant => (long?)grant.ExpiresTicks).Max()
                : earlier.SignIn!.Ticks + query.SessionLimit.Ticks;
            if (until >= signIn.Ticks)
            {
                Add(
                    session,
                    FindingNames.Overlapping,
                    $"The user had signed in at {Instant.Utc(earlier.SignIn!.Ticks)} from {earlier.SignIn.Address ?? "an unknown address"}, and that session was open. Grants are counted for the later sign-in.",
                    [earlier.SignIn.EventId, signIn.EventId]);
            }
        }

        _lastSuccess[user] = session;
    }

    /// <summary>Addresses of people, in one spelling; names of services are nobody's.</summary>
    private static IEnumerable<KeyValuePair<string, FirstSeen>> CallAddresses(SessionDraft session)
    {
        var first = new Dictionary<string, FirstSeen>(StringComparer.Ordinal);
        foreach (var seen in session.Activities.SelectMany(static activity => activity.Addresses))
        {
            if (Address(seen.Key) is { } address && (!first.TryGetValue(address, out var known) || seen.Value.Ticks < known.Ticks))
            {
                first[address] = seen.Value;
            }
        }

        return first.OrderBy(static seen => seen.Value.Ticks).ThenBy(static seen => seen.Key, StringComparer.Ordinal);
    }

    private static string? Address(string? text) =>
        text is not null && text.IndexOfAny(['.', ':']) >= 0 && IPAddress.TryParse(text, out var address)
            ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : null;

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts);

    private static void Add(SessionDraft session, string name, string message, IEnumerable<string?> eventIds, IEnumerable<string>? values = null) =>
        session.Findings.Add(new Finding(
            name,
            message,
            eventIds.OfType<string>().Take(CallActivity.Most).ToArray(),
            (values ?? []).Take(CallActivity.Most).ToArray()));
}
