using System;
using System.Collections.Generic;
using System.Threading;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>
/// Which requests go wrong, and how. An operation is called by its name ("LookupEvents", "GetObject"), "*" is every one.
/// A queued fault comes first, then a rule (the one added last that fits), then a share. Only requests with a good signature are asked about.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<(string Operation, string? Region, Queue<Fault> Faults)> _queues = [];
    private readonly List<(string Operation, Func<AwsCall, bool> When, Fault Fault)> _rules = [];
    private readonly List<(string Operation, double Share, Random Chance, Fault[] Faults)> _shares = [];
    private readonly Dictionary<string, int> _played = new(StringComparer.Ordinal);

    /// <summary>How many faults there were so far.</summary>
    public int Played
    {
        get
        {
            lock (_lock)
            {
                int sum = 0;
                foreach (int each in _played.Values)
                {
                    sum += each;
                }

                return sum;
            }
        }
    }

    /// <summary>How often a fault was played so far, by its name (<see cref="Fault.ToString"/>).</summary>
    public IReadOnlyDictionary<string, int> PlayedByName
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, int>(_played, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>The next requests of an operation, one fault each; <see cref="Fault.None"/> lets one pass.</summary>
    public void Next(string operation, params Fault[] faults) => NextIn(null, operation, faults);

    /// <summary>As <see cref="Next"/>, for requests signed for one Region.</summary>
    public void NextIn(string? region, string operation, params Fault[] faults)
    {
        lock (_lock)
        {
            _queues.Add((operation, region, new Queue<Fault>(faults)));
        }
    }

    /// <summary>Every request of an operation, in one Region or in all.</summary>
    public void Always(string operation, Fault fault, string? region = null) => When(operation, call => region is null || call.Region == region, fault);

    /// <summary>Every request of an operation that a test picks, for instance by its key.</summary>
    public void When(string operation, Func<AwsCall, bool> when, Fault fault)
    {
        lock (_lock)
        {
            _rules.Add((operation, when, fault));
        }
    }

    /// <summary>A share of the requests of an operation, by chance from a seed.</summary>
    public void Share(string operation, double share, Fault fault, int seed) => Share(operation, share, seed, fault);

    /// <summary>A share of the requests of an operation, each with one of several faults, by chance from a seed.</summary>
    public void Share(string operation, double share, int seed, params Fault[] faults)
    {
        lock (_lock)
        {
            _shares.Add((operation, share, new Random(seed), faults));
        }
    }

    /// <summary>Nothing goes wrong from now on.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _queues.Clear();
            _rules.Clear();
            _shares.Clear();
        }
    }

    internal Fault Take(AwsCall call)
    {
        lock (_lock)
        {
            Fault fault = Pick(call);
            if (fault != Fault.None)
            {
                string name = fault.ToString();
                _played[name] = _played.GetValueOrDefault(name) + 1;
            }

            return fault;
        }
    }

    private Fault Pick(AwsCall call)
    {
        foreach ((string operation, string? region, Queue<Fault> faults) in _queues)
        {
            if (Fits(operation, call) && (region is null || region == call.Region) && faults.TryDequeue(out Fault? next))
            {
                return next;
            }
        }

        for (int at = _rules.Count - 1; at >= 0; at--)
        {
            if (Fits(_rules[at].Operation, call) && _rules[at].When(call))
            {
                return _rules[at].Fault;
            }
        }

        foreach ((string operation, double share, Random chance, Fault[] faults) in _shares)
        {
            if (Fits(operation, call) && chance.NextDouble() < share)
            {
                return faults[chance.Next(faults.Length)];
            }
        }

        return Fault.None;
    }

    private static bool Fits(string operation, AwsCall call) => operation == "*" || operation == call.Operation;
}
