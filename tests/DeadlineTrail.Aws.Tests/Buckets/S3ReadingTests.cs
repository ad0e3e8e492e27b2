using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>A trail's bucket through the SDK, from an endpoint that verifies every signature, against the ledger of what lies in it.</summary>
[Collection(nameof(StudioBucket))]
public sealed class S3ReadingTests(StudioBucket studio) : IAsyncLifetime
{
    private LoopbackAws _aws = null!;
    private LoopbackBucket _bucket = null!;

    private BucketReading Reading => new(_aws.Endpoint, _aws.Key);

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _bucket = _aws.AddBucket(BucketReading.Bucket, "ap-southeast-2", studio.Folder);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task A_bucket_in_another_Region_gives_what_lies_in_it_in_order()
    {
        var reading = Reading;

        Assert.Equal(studio.FarmIds, await reading.ReadAsync());

        Assert.Empty(reading.Problems);
        Assert.Equal(1, _aws.Requests.Count("HeadBucket"));
        Assert.Equal(0, _aws.Requests.Count("ListObjectsV2", "eu-west-1"));
        Assert.Equal(0, _aws.Requests.Count("GetObject", "eu-west-1"));
        Assert.All(_aws.Requests.All.Where(each => each.Operation != "HeadBucket"), each => Assert.Equal(200, each.Status));
    }

    [Fact]
    public async Task A_Region_that_is_given_is_not_asked_for()
    {
        Assert.Equal(studio.FarmIds, await new BucketReading(_aws.Endpoint, _aws.Key) { Region = "ap-southeast-2" }.ReadAsync());

        Assert.Equal(0, _aws.Requests.Count("HeadBucket"));
    }

    [Fact]
    public async Task A_day_of_more_objects_than_a_page_holds_is_listed_to_its_end()
    {
        var log = studio.Lonely.Files[0];
        var folder = log[..(log.LastIndexOf('/') + 1)];
        for (var number = 0; number < 1500; number++)
        {
            _bucket.Put($"{folder}0{number:d4}.json.gz", "{\"Records\":[]}"u8.ToArray());
        }

        Assert.Equal(studio.FarmIds, await Reading.ReadAsync());
        Assert.Contains(_aws.Requests.All, each => each.Call.Query.ContainsKey("continuation-token"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Faults_of_every_kind_change_nothing(int seed)
    {
        Fault[] kinds = [Fault.Throttle, Fault.InternalError, Fault.Unavailable, Fault.Reset, Fault.CutHeaders, Fault.CutBody];
        foreach (var operation in new[] { "ListObjectsV2", "GetObject" })
        {
            // Each kind once for certain, then by chance.
            _aws.Faults.Next(operation, [.. kinds.Append(operation == "GetObject" ? Fault.SlowBody(TimeSpan.FromMilliseconds(100)) : Fault.EmptyPage).Append(Fault.ExpiredToken).SelectMany(kind => new[] { kind, Fault.None })]);
        }

        _aws.Faults.Share("*", 0.1, seed, kinds);
        var reading = Reading;

        Assert.Equal(studio.FarmIds, await reading.ReadAsync());

        Assert.Empty(reading.Problems);
        Assert.Equal(9, _aws.Faults.PlayedByName.Count);
    }

    [Theory]
    [MemberData(nameof(Denials))]
    public async Task An_object_that_is_denied_is_one_problem_that_names_what_is_missing_and_the_rest_comes(Fault fault, string permission)
    {
        var lost = studio.Lonely;
        _aws.Faults.When("GetObject", call => call.Key == lost.Files[0], fault);
        var reading = Reading;

        var found = await reading.ReadAsync();

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.AccessDenied, $"s3://{BucketReading.Bucket}/{lost.Files[0]}"), (problem.Kind, problem.Target));
        Assert.Contains(permission, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(lost.EventId, found);
        Assert.Equal(studio.FarmIds.Where(found.Contains), found);
        Assert.NotEmpty(found);
    }

    public static TheoryData<Fault, string> Denials => new() { { Fault.Denied, "s3:GetObject" }, { Fault.KeyDenied, "kms:Decrypt" } };

    [Fact]
    public async Task A_folder_that_may_not_be_listed_is_one_problem_however_many_days_it_has()
    {
        var denied = studio.Lonely.Files[0].Split("/CloudTrail/")[0] + "/CloudTrail/us-east-1/";
        _aws.Faults.When("ListObjectsV2", call => call.Query["prefix"].StartsWith(denied + "2026/", StringComparison.Ordinal) && !call.Query.ContainsKey("delimiter"), Fault.Denied);
        var reading = Reading;

        var found = await reading.ReadAsync();

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.AccessDenied, $"s3://{BucketReading.Bucket}/{denied}"), (problem.Kind, problem.Target));
        Assert.Contains("s3:ListBucket", problem.Message, StringComparison.Ordinal);

        // The farm is in another Region.
        Assert.Equal(studio.FarmIds, found);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_one_problem()
    {
        var reading = new BucketReading(_aws.Endpoint, _aws.Key) { Name = "no-such-bucket" };

        Assert.Empty(await reading.ReadAsync());

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemKind.NotFound, problem.Kind);
        Assert.Contains("no bucket no-such-bucket", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_one_problem_of_the_credentials()
    {
        var reading = new BucketReading(_aws.Endpoint, _aws.Key with { SecretAccessKey = "wrong" }) { Region = "ap-southeast-2" };

        Assert.Empty(await reading.ReadAsync());

        Assert.Equal(ProblemKind.CredentialsRefused, Assert.Single(reading.Problems).Kind);
    }

    [Fact]
    public async Task Whoever_agrees_to_pay_reads_and_whoever_does_not_is_told_how()
    {
        _bucket.RequesterPays = true;
        var unwilling = Reading;

        Assert.Empty(await unwilling.ReadAsync());
        Assert.Contains("-RequesterPays", Assert.Single(unwilling.Problems).Message, StringComparison.Ordinal);

        Assert.Equal(studio.FarmIds, await new BucketReading(_aws.Endpoint, _aws.Key) { RequesterPays = true }.ReadAsync());
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Stopping_ends_whatever_is_waited_for(string operation, Fault fault)
    {
        _aws.Faults.Always(operation, fault);
        var reading = Reading;
        var store = await reading.OpenAsync();
        using var stop = new CancellationTokenSource();
        var read = Task.Run(() => reading.Read(store, new TrailQuery(), stop.Token).Count(), CancellationToken.None);
        while (!_aws.Requests.All.Any(each => each.Operation == operation))
        {
            await Task.Yield();
        }

        var clock = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    public static TheoryData<string, Fault> Waits => new()
    {
        { "ListObjectsV2", Fault.Hang },
        { "ListObjectsV2", Fault.Throttle },
        { "GetObject", Fault.Hang },
        { "GetObject", Fault.SlowBody(TimeSpan.FromHours(1)) },
        { "GetObject", Fault.InternalError },
    };
}
