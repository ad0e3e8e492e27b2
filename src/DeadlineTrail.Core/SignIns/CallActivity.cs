using System;
using System.Collections.Generic;

namespace DeadlineTrail.SignIns;

/// <summary>
/// The calls made with one access key, as sums: what a session keeps of them. Takes calls in any order.
/// </summary>
/// <param name="caller">Whose calls they are.</param>
/// <param name="held">Where the calls themselves are to be had afterwards: how many may be held. Else null.</param>
internal sealed class CallActivity(CallerIdentity caller, HeldCalls? held)
{
    /// <summary>How many addresses, programs, operations and event IDs are kept.</summary>
    internal const int Most = 64;

    private readonly Dictionary<string, FirstSeen> _addresses = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _clients = new(StringComparer.Ordinal);
    private Dictionary<string, OutsideCalls>? _outside;
    private HashSet<string>? _paths;
    private List<TrailEvent>? _withoutPath;

    internal CallerIdentity Caller => caller;

    internal long Count { get; private set; }

    internal long Failed { get; private set; }

    internal long Denied { get; private set; }

    internal long Reads { get; private set; }

    internal long Writes { get; private set; }

    internal long First { get; private set; } = long.MaxValue;

    internal long Last { get; private set; } = long.MinValue;

    internal bool IsCapped { get; private set; }

    /// <summary>Gets each address with the call it was first seen in.</summary>
    internal IReadOnlyDictionary<string, FirstSeen> Addresses => _addresses;

    internal IReadOnlyCollection<string> Clients => _clients;

    /// <summary>Gets the operations that monitor users normally may not call.</summary>
    internal IReadOnlyDictionary<string, OutsideCalls>? Outside => _outside;

    /// <summary>Gets the files the calls were read from; null when they are not kept.</summary>
    internal IReadOnlyCollection<string>? Paths => _paths;

    /// <summary>Gets the calls that came from no file, and can be had no other way; null when there are none.</summary>
    internal IReadOnlyList<TrailEvent>? WithoutPath => _withoutPath;

    /// <summary>Gets how many calls came from no file and were too many to be held.</summary>
    internal long NotHeld { get; private set; }

    /// <summary>Gets a value indicating whether one of the calls meets what was asked of one event of the session.</summary>
    internal bool IsWanted { get; private set; }

    internal void Add(TrailEvent call, bool isWanted)
    {
        Count++;
        IsWanted |= isWanted;
        First = Math.Min(First, call.Ticks);
        Last = Math.Max(Last, call.Ticks);
        var denied = call.IsDenied;
        Denied += denied ? 1 : 0;
        Failed += call.Succeeded ? 0 : 1;
        var access = call.Access;
        Reads += access == "Read" ? 1 : 0;
        Writes += access == "Write" ? 1 : 0;
        if (call.SourceIPAddress is { } address)
        {
            See(address, call);
        }

        if (_clients.Count < Most)
        {
            _clients.Add(call.ClientName);
        }
        else
        {
            IsCapped |= !_clients.Contains(call.ClientName);
        }

        if (call.Action is { CalledBy.Count: > 0 } action && !Contains(action.CalledBy, ActorKinds.MonitorUser))
        {
            SeeOutside(call, denied);
        }

        if (held is not null)
        {
            Remember(call, held);
        }
    }

    /// <summary>Gives back what is held, of calls that turned out to be nobody's here.</summary>
    internal void LetGo() => held?.GiveBack(_withoutPath?.Count ?? 0);

    private void Remember(TrailEvent call, HeldCalls held)
    {
        if (call.OriginPath is { } path)
        {
            (_paths ??= new HashSet<string>(StringComparer.Ordinal)).Add(path);
        }
        else if (held.TryTake())
        {
            (_withoutPath ??= []).Add(call);
        }
        else
        {
            NotHeld++;
        }
    }

    private void See(string address, TrailEvent call)
    {
        if (_addresses.TryGetValue(address, out var first))
        {
            if (Comes(call, first))
            {
                _addresses[address] = new FirstSeen(call.Ticks, call.EventId);
            }
        }
        else if (_addresses.Count < Most)
        {
            _addresses.Add(address, new FirstSeen(call.Ticks, call.EventId));
        }
        else
        {
            IsCapped = true;
        }
    }

    private void SeeOutside(TrailEvent call, bool denied)
    {
        _outside ??= new Dictionary<string, OutsideCalls>(StringComparer.Ordinal);
        if (!_outside.TryGetValue(call.EventName, out var calls))
        {
            _outside.Add(call.EventName, calls = new OutsideCalls(new FirstSeen(call.Ticks, call.EventId)));
        }

        calls.Count++;
        calls.Denied += denied ? 1 : 0;
        if (Comes(call, calls.First))
        {
            calls.First = new FirstSeen(call.Ticks, call.EventId);
        }
    }

    // Within a second by ID, so that the order in which calls come makes no difference.
    private static bool Comes(TrailEvent call, FirstSeen first) =>
        call.Ticks < first.Ticks || (call.Ticks == first.Ticks && string.CompareOrdinal(call.EventId, first.EventId) < 0);

    private static bool Contains(IReadOnlyList<string> names, string wanted)
    {
        for (var at = 0; at < names.Count; at++)
        {
            if (names[at] == wanted)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The first event of something.</summary>
internal readonly record struct FirstSeen(long Ticks, string? EventId);

/// <summary>Calls of one operation.</summary>
internal sealed class OutsideCalls(FirstSeen first)
{
    internal FirstSeen First { get; set; } = first;

    internal long Count { get; set; }

    internal long Denied { get; set; }
}
