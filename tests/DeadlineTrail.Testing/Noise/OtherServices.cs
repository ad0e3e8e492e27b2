using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing.Noise;

/// <summary>
/// The rest of the trail. For each record of Deadline Cloud there are as many of other services as the options' share
/// asks for; the records of sign-ins and grants count among them.
/// </summary>
internal sealed class OtherServices
{
    private readonly double _forEach;
    private readonly Recorder _recorder;
    private readonly Func<DateTime> _clock;
    private readonly Dice _dice;
    private readonly IReadOnlyList<Neighbour> _neighbours;
    private readonly int _total;
    private double _owed;
    private bool _busy;

    public OtherServices(StudioOptions options, IReadOnlyList<Site> sites, SignInDesk desk, Recorder recorder, Func<DateTime> clock, Dice dice)
    {
        _forEach = options.NoiseRatio / (1 - options.NoiseRatio);
        _recorder = recorder;
        _clock = clock;
        _dice = dice;
        _neighbours = [.. Everyday.All, .. Oddities.All, .. LookAlikes.All];
        foreach (Neighbour neighbour in _neighbours)
        {
            _total += neighbour.Weight;
        }

        Surroundings = new Surroundings(options, sites, desk, dice);
    }

    private Surroundings Surroundings { get; }

    public void After(bool deadline)
    {
        if (_busy)
        {
            return;
        }

        _owed += deadline ? _forEach : -1;
        _busy = true;
        for (; _owed >= 1; _owed--)
        {
            int at = _dice.Below(_total);
            int i = 0;
            while ((at -= _neighbours[i].Weight) >= 0)
            {
                i++;
            }

            _recorder.Record(_neighbours[i].Make(Surroundings.At(_clock() + _dice.Seconds(0, 20))));
        }

        _busy = false;
    }
}
