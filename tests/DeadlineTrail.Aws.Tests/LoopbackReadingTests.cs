using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.CloudTrail;
using DeadlineTrail.Aws.Tests.Credentials;
using DeadlineTrail.Aws.Tests.EventHistory;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Testing.Loopback;
using Xunit;
using Xunit.Abstractions;

namespace DeadlineTrail.Aws.Tests;

/// <summary>Event history over the SDK, the network and an endpoint that verifies every signature.</summary>
public sealed class LoopbackReadingTests(ITestOutputHelper output) : ITrailObserver
{
    private static readonly string[] Regions = ["eu-central-1", "us-west-2", "ap-south-1"];

    private readonly List<TrailProblem> _problems = [];
    private readonly List<TrailWarning> _warnings = [];

    [Fact]
    public async Task Three_Regions_are_read_at_the_full_rate_of_the_quota_and_nothing_is_throttled()
    {
        await using var aws = await LoopbackAws.StartAsync(options =>
        {
            options.EnforceQuota = true;
            options.Latency = TimeSpan.FromMilliseconds(800);
            options.QuotaJitter = TimeSpan.FromMilliseconds(150);
        });
        var events = Fill(aws, 1000);
        var clock = Stopwatch.StartNew();

        var read = await Read(aws, new RequestQuota(SystemClock.Instance, RequestQuota.LookupInterval), new TrailQuery());

        output.WriteLine($"{read.Count} events of three Regions in {clock.Elapsed.TotalSeconds:N1} s with {aws.Requests.Count("LookupEvents")} requests, {aws.Requests.OverQuota} over the quota");
        Assert.Equal(HistoryEvents.NewestFirst(events), read);
        Assert.Equal(0, aws.Requests.OverQuota);
        Assert.Empty(_problems);
        foreach (var region in Regions)
        {
            var times = aws.Requests.All.Where(each => each.Region == region).Select(each => each.Arrived).ToList();
            var rate = (times.Count - 1) / (times[^1] - times[0]).TotalSeconds;
            output.WriteLine($"{region}: {times.Count} requests, {rate:N2} a second");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_kind_of_fault_on_the_wire_in_a_tenth_of_the_answers_changes_nothing(int seed)
    {
        await using var aws = await LoopbackAws.StartAsync();
        var events = Fill(aws, 2000);
        aws.Faults.Share(
            "LookupEvents", 0.1, seed, Fault.Throttle, Fault.InternalError, Fault.Unavailable, Fault.CutHeaders, Fault.CutBody, Fault.Reset, Fault.EmptyPage, Fault.RepeatedToken, Fault.TokenRefused, Fault.ExpiredToken);

        var read = await Read(aws, new RequestQuota(SystemClock.Instance, TimeSpan.FromMilliseconds(1)), new TrailQuery());

        Assert.Equal(HistoryEvents.NewestFirst(events), read);
        Assert.Empty(_problems);
        Assert.True(aws.Faults.Played > 5, "Hardly anything went wrong.");
    }

    public static TheoryData<string, string> Failures => new()
    {
        { nameof(Fault.Throttle), nameof(AwsFailure.Throttled) },
        { nameof(Fault.InternalError), nameof(AwsFailure.Transient) },
        { nameof(Fault.Unavailable), nameof(AwsFailure.Transient) },
        { nameof(Fault.CutHeaders), nameof(AwsFailure.Transient) },
        { nameof(Fault.CutBody), nameof(AwsFailure.Transient) },
        { nameof(Fault.Reset), nameof(AwsFailure.Transient) },
        { nameof(Fault.Denied), nameof(AwsFailure.Denied) },
        { nameof(Fault.ExpiredToken), nameof(AwsFailure.ExpiredCredentials) },
        { nameof(Fault.UnknownKey), nameof(AwsFailure.UnknownCredentials) },
        { nameof(Fault.RegionNotEnabled), nameof(AwsFailure.UnknownCredentials) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Every_failure_is_understood_and_made_once_only(string fault, string meaning)
    {
        await using var aws = await LoopbackAws.StartAsync();
        aws.Faults.Always("LookupEvents", (Fault)typeof(Fault).GetProperty(fault)!.GetValue(null)!);
        using var session = await Open(aws);

        var failure = await Assert.ThrowsAsync<AwsCallException>(() => Lookup(session));

        Assert.Equal(meaning, failure.Failure.ToString());
        Assert.Single(aws.Requests.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_never_comes_or_never_ends_is_given_up(bool begins)
    {
        await using var aws = await LoopbackAws.StartAsync();
        aws.Faults.Always("LookupEvents", begins ? Fault.SlowBody(TimeSpan.FromHours(1)) : Fault.Hang);
        using var service = new EventHistoryService(
            new AwsAccess(new Amazon.Runtime.BasicAWSCredentials(aws.Key.AccessKeyId, aws.Key.SecretAccessKey), new AwsSettings { EndpointUrl = aws.Endpoint }) { CallLimit = TimeSpan.FromMilliseconds(300) });

        var failure = await Assert.ThrowsAsync<AwsCallException>(() => service.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None));

        Assert.Equal(AwsFailure.Transient, failure.Failure);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_unreachable()
    {
        await using var gone = await LoopbackAws.StartAsync();
        using var session = await Open(gone);
        await gone.DisposeAsync();

        var failure = await Assert.ThrowsAsync<AwsCallException>(() => Lookup(session));

        Assert.Equal(AwsFailure.Unreachable, failure.Failure);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_from_a_Region_that_is_not_enabled_by_no_one_but_is_one_error()
    {
        await using var aws = await LoopbackAws.StartAsync();
        using var session = await CredentialOrderTests.Open(new AwsSettings { AccessKey = aws.Key.AccessKeyId, SecretKey = "wrong", EndpointUrl = aws.Endpoint });

        Assert.Empty(Read(session, new RequestQuota(SystemClock.Instance, TimeSpan.Zero), new TrailQuery()));

        Assert.Equal(ProblemKind.CredentialsRefused, Assert.Single(_problems).Kind);
    }

    [Fact]
    public async Task A_request_that_is_never_answered_ends_when_it_is_cancelled()
    {
        await using var aws = await LoopbackAws.StartAsync();
        aws.Faults.Always("LookupEvents", Fault.Hang);
        using var session = await Open(aws);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() => Source(session, new RequestQuota(SystemClock.Instance, TimeSpan.Zero)).Read(new TrailQuery(), this, stop.Token).ToList());
        Assert.True(SpinWait.SpinUntil(() => aws.Requests.InFlight == 3, TimeSpan.FromSeconds(10)));
        var clock = Stopwatch.StartNew();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        output.WriteLine($"stopped after {clock.ElapsedMilliseconds} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
    }

    void ITrailObserver.Problem(TrailProblem problem) => _problems.Add(problem);

    void ITrailObserver.Warn(TrailWarning warning) => _warnings.Add(warning);

    void ITrailObserver.Tell(string message) => output.WriteLine(message);

    void ITrailObserver.Progress(ReadingProgress progress)
    {
    }

    private static List<KeptEvent> Fill(LoopbackAws aws, int count)
    {
        // The endpoint keeps ninety days from the true now, so the events are moved there.
        var shift = DateTime.UtcNow.Date.AddDays(-1) - VirtualClock.Start.Date;
        var events = Regions.SelectMany((region, number) => HistoryEvents.Of(region, count, TimeSpan.FromDays(20), 50 + number))
            .Select(each => each with { Time = each.Time + shift }).ToList();
        Assert.Equal(events.Count, aws.AddEvents(events.Select(each => each.Record)));
        return events;
    }

    private static Task<IAwsSession> Open(LoopbackAws aws) =>
        CredentialOrderTests.Open(new AwsSettings { AccessKey = aws.Key.AccessKeyId, SecretKey = aws.Key.SecretAccessKey, EndpointUrl = aws.Endpoint });

    private static Task<LookupPage> Lookup(IAwsSession session) =>
        session.EventHistory.LookupAsync(new LookupRequest("eu-central-1", null, DateTime.UtcNow.Ticks, null, null), CancellationToken.None);

    private static EventHistorySource Source(IAwsSession session, RequestQuota quota) =>
        new(session.EventHistory, session.QuotaOwner, [.. Regions.Select(name => new HistoryRegion(name, IsNamed: true))]) { Quota = quota };

    private List<string> Read(IAwsSession session, RequestQuota quota, TrailQuery query) =>
        [.. Source(session, quota).Read(query, this, CancellationToken.None).Select(each => each.EventId!)];

    private async Task<List<string>> Read(LoopbackAws aws, RequestQuota quota, TrailQuery query)
    {
        using var session = await Open(aws);
        return Read(session, quota, query);
    }
}
