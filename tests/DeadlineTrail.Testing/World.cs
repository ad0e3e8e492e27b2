using System;
using System.Collections.Generic;
using DeadlineTrail.Testing.Calls;
using DeadlineTrail.Testing.Chance;
using DeadlineTrail.Testing.Clockwork;
using DeadlineTrail.Testing.Delivery;
using DeadlineTrail.Testing.Farm;
using DeadlineTrail.Testing.Noise;
using DeadlineTrail.Testing.People;
using DeadlineTrail.Testing.SignIn;

namespace DeadlineTrail.Testing;

/// <summary>One run of the studio: everything made from the options, then played to the end, file by file.</summary>
internal sealed class World : IDisposable
{
    private static readonly string[] StudioNames = ["northlight", "papercrane", "tidewater", "halflight", "redkite", "longmeadow"];

    private readonly StudioOptions _options;
    private readonly Simulation _clock;
    private readonly Courier _courier;
    private readonly Recorder _recorder;
    private readonly SideFiles _sideFiles;

    public World(StudioOptions options, bool keepsRecords)
    {
        _options = options;
        Ledger = new Ledger(keepsRecords);
        _clock = new Simulation(options.Start, options.Start.AddDays(options.Days));
        var layout = new Layout(options.Prefix, options.OrganizationId);
        _courier = new Courier(options, layout, Ledger, Dice.For(options.Seed, "courier"));
        _recorder = new Recorder(Ledger, _courier);
        _sideFiles = new SideFiles(options, layout, Dice.For(options.Seed, "side files"));

        Dice accounts = Dice.For(options.Seed, "accounts");
        var sites = new List<Site>();
        for (int i = 0; i < options.Accounts; i++)
        {
            string name = StudioNames[i % StudioNames.Length] + (i < StudioNames.Length ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            sites.Add(new Site(accounts.Account(), options.Regions[0], name, accounts));
        }

        string home = options.OrganizationId is null ? sites[0].Account : accounts.Account();
        var credentials = new CredentialService(_recorder, Dice.For(options.Seed, "credential service"));
        var desk = new SignInDesk(home, options.Regions[^1], _recorder, Ledger, credentials, () => _clock.Now, Dice.For(options.Seed, "sign-in"));
        var stages = new List<Stage>();
        foreach (Site site in sites)
        {
            stages.Add(Populate(site, desk, credentials));
        }

        if (options.UnusualSignIns)
        {
            _clock.Begin(NightShift.Watch(stages));
            _clock.Begin(NightShift.Chain(stages[0]));
            _clock.Begin(NightShift.PassBy(stages[0]));
        }

        var noise = new OtherServices(options, sites, desk, _recorder, () => _clock.Now, Dice.For(options.Seed, "noise"));
        _recorder.Recorded = noise.After;
    }

    public Ledger Ledger { get; }

    /// <summary>Plays, and hands out each file when its time has come.</summary>
    public IEnumerable<BucketObject> Play()
    {
        while (_clock.Step())
        {
            foreach (BucketObject file in Due(_clock.Now))
            {
                yield return file;
            }
        }

        foreach (BucketObject file in Due(DateTime.MaxValue))
        {
            yield return file;
        }

        foreach (BucketObject file in _sideFiles.Finish())
        {
            yield return Counted(file);
        }
    }

    public void Dispose() => _recorder.Dispose();

    private IEnumerable<BucketObject> Due(DateTime now)
    {
        while (_courier.Close(now) is BucketObject file)
        {
            foreach (BucketObject side in _sideFiles.Before(file))
            {
                yield return Counted(side);
            }

            yield return Counted(file);
        }
    }

    private BucketObject Counted(BucketObject file)
    {
        Ledger.Tally.CountFile(file.Kind, file.Content.Length);
        return file;
    }

    private Stage Populate(Site site, SignInDesk desk, CredentialService credentials)
    {
        Dice dice = Dice.For(_options.Seed, site.Account);
        var stage = new Stage
        {
            Options = _options,
            Site = site,
            Cast = new Cast(_options.Artists, site.Name, dice),
            Api = new DeadlineApi(site, _recorder, Ledger, () => _clock.Now, dice) { Called = desk.Called },
            Clock = _clock,
            Desk = desk,
            Credentials = credentials,
            Recorder = _recorder,
            Ledger = Ledger,
        };
        _clock.Begin(Founding.Play(stage), stage.At(0, 5, 30));
        foreach (Person artist in stage.Cast.Artists)
        {
            _clock.Begin(Artist.Play(stage, artist));
        }

        foreach (Person wrangler in stage.Cast.Wranglers)
        {
            _clock.Begin(new Wrangler(stage, wrangler).Play());
        }

        _clock.Begin(Producer.Play(stage));
        _clock.Begin(new Administrator(stage).Play());
        _clock.Begin(Pipeline.Play(stage));
        _clock.Begin(new Chronicle(stage).Play());
        if (_options.EveryOperation)
        {
            _clock.Begin(new Understudy(stage).Play());
        }

        for (int i = 0; i < _options.Workers; i++)
        {
            _clock.Begin(new WorkerAgent(stage, i, Heartbeat()).Play(), stage.At(0, 6, 30));
        }

        return stage;
    }

    // A worker is up for some fourteen hours a day, and heartbeats are nearly all of what a farm records.
    private int Heartbeat() => _options.EventsPerDay is int wanted
        ? Math.Clamp((int)((long)_options.Workers * 14 * 3600 / Math.Max(1, wanted)), 1, 3600)
        : _options.HeartbeatSeconds;
}
