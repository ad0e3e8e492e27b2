using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Core.Tests.Studio;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Buckets;
using Xunit;

namespace DeadlineTrail.Core.Tests.Sources.Buckets;

[Collection(WrittenTree.Shared)]
public sealed class BucketReadingTests(WrittenTree tree)
{
    private const string Farm = "deadline.amazonaws.com";

    private readonly RecordingObserver _observer = new();

    private BucketScope Whole => new() { BucketName = "studio-trail-logs", KeyPrefix = tree.Trail.Options.Prefix! };

    private DateTime Today => tree.Trail.Options.Start.AddDays(tree.Trail.Options.Days + 30).Date;

    private IEnumerable<string> FarmIds => tree.Trail.Ledger.NewestFirst().Where(record => record.IsDeadline).Select(record => record.EventId);

    [Fact]
    public void A_bucket_gives_what_its_files_give_in_the_same_order()
    {
        var events = Read(new FolderStore(tree.Folder), Whole, new TrailQuery { OnlyEventSource = Farm, StartTicks = tree.Trail.Options.Start.AddDays(-1).Ticks });

        Assert.Equal(FarmIds, events.Select(e => e.EventId!));
        Assert.Empty(_observer.Problems);
        Assert.Empty(_observer.Warnings);
    }

    [Fact]
    public void Without_a_start_the_first_day_is_found_by_its_folders()
    {
        var store = new FolderStore(tree.Folder);

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm });

        Assert.Equal(FarmIds, events.Select(e => e.EventId!));
        Assert.DoesNotContain(store.Listed, prefix => !prefix.EndsWith('/') || prefix.Split('/').Length < 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Broken_connections_change_nothing(int seed)
    {
        var random = new Random(seed);
        var store = new FolderStore(tree.Folder)
        {
            Break = _ =>
            {
                lock (random)
                {
                    return random.Next(10) == 0 ? random.Next(0, 500) : null;
                }
            },
        };

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm });

        Assert.Equal(FarmIds, events.Select(e => e.EventId!));
        Assert.Empty(_observer.Problems);
    }

    [Fact]
    public void Only_days_that_can_hold_the_answer_are_listed()
    {
        var day = tree.Trail.Options.Start.AddDays(2);
        var store = new FolderStore(tree.Folder);

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm, StartTicks = day.AddHours(6).Ticks, EndTicks = day.AddHours(9).Ticks });

        string[] days = [day.ToString("yyyy'/'MM'/'dd'/'", null), day.AddDays(1).ToString("yyyy'/'MM'/'dd'/'", null)];
        Assert.NotEmpty(events);
        Assert.All(store.Listed, prefix => Assert.Contains(days, listed => prefix.EndsWith(listed, StringComparison.Ordinal)));
    }

    [Fact]
    public void With_a_limit_listing_stops_when_enough_is_found()
    {
        var store = new FolderStore(tree.Folder);

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm, MaxEvents = 5, EndTicks = tree.Trail.Options.Start.AddDays(4).Ticks }, threads: 1);

        Assert.Equal(FarmIds.Take(5), events.Select(e => e.EventId!));
        Assert.True(store.Opened.Count < tree.Trail.Objects().Count() / 2);
    }

    [Fact]
    public void An_object_that_may_not_be_read_is_one_error_and_the_rest_comes()
    {
        var record = tree.Trail.Records.First(r => r.IsDeadline && r.Files.Count == 1);
        var store = new FolderStore(tree.Folder) { Denies = key => key == record.Files[0] };

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm });

        var problem = Assert.Single(_observer.Problems);
        Assert.Equal((ProblemKind.AccessDenied, "s3://studio-trail-logs/" + record.Files[0]), (problem.Kind, problem.Target));
        Assert.Contains("s3:GetObject", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(record.EventId, events.Select(e => e.EventId));
        Assert.NotEmpty(events);
    }

    [Fact]
    public void A_folder_that_may_not_be_listed_is_one_error_and_the_rest_comes()
    {
        var account = tree.Trail.Records.First(r => r.IsDeadline).AccountId;
        var store = new FolderStore(tree.Folder) { DeniesListing = prefix => prefix.Contains("/" + account + "/", StringComparison.Ordinal) };

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm });

        Assert.All(_observer.Problems, problem => Assert.Equal(ProblemKind.AccessDenied, problem.Kind));
        Assert.NotEmpty(_observer.Problems);
        Assert.All(events, e => Assert.NotEqual(account, e.AccountId));
    }

    [Theory]
    [InlineData(nameof(ProblemKind.CredentialsRefused))]
    [InlineData(nameof(ProblemKind.NotFound))]
    public void What_no_folder_of_the_bucket_can_be_listed_for_is_one_error_however_many_days_are_asked(string kind)
    {
        var account = tree.Trail.Records.First(r => r.IsDeadline).AccountId;
        var store = new FolderStore(tree.Folder) { DeniesListing = _ => true, Refusal = Enum.Parse<ProblemKind>(kind) };
        var scope = new BucketScope { BucketName = "b", KeyPrefix = tree.Trail.Options.Prefix!, AccountIds = [account], Regions = ["us-west-2", "eu-west-1"] };

        Read(store, scope, new TrailQuery { OnlyEventSource = Farm, StartTicks = tree.Trail.Options.Start.Ticks });

        Assert.Equal(kind, Assert.Single(_observer.Problems).Kind.ToString());
    }

    [Fact]
    public void Credentials_that_expire_while_objects_are_read_are_two_errors_at_most()
    {
        var store = new FolderStore(tree.Folder) { Denies = _ => true, Refusal = ProblemKind.CredentialsRefused };

        Assert.Empty(Read(store, Whole, new TrailQuery { OnlyEventSource = Farm }));

        Assert.True(store.Opened.Count > 2);
        Assert.Equal([ProblemKind.CredentialsRefused, ProblemKind.CredentialsRefused], _observer.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void A_log_that_was_cut_to_nothing_is_an_error_and_the_mark_of_a_folder_is_not()
    {
        var log = tree.Trail.Records.First(r => r.IsDeadline).Files[0];
        var day = log[..(log.LastIndexOf('/') + 1)];
        var cut = log.Replace(".json.gz", "0.json.gz", StringComparison.Ordinal);
        var store = new FolderStore(tree.Folder) { Empty = [day, cut] };

        var events = Read(store, Whole, new TrailQuery { OnlyEventSource = Farm });

        Assert.Equal(FarmIds, events.Select(e => e.EventId!));
        var problem = Assert.Single(_observer.Problems);
        Assert.Equal((ProblemKind.Damaged, "s3://studio-trail-logs/" + cut), (problem.Kind, problem.Target));
    }

    [Fact]
    public void Accounts_and_Regions_that_are_named_are_the_only_ones_read()
    {
        var account = tree.Trail.Records.First(r => r.IsDeadline).AccountId;
        var store = new FolderStore(tree.Folder);
        var scope = new BucketScope { BucketName = "b", KeyPrefix = tree.Trail.Options.Prefix!, AccountIds = [account], Regions = ["us-west-2"] };

        Read(store, scope, new TrailQuery { OnlyEventSource = Farm });

        Assert.Empty(_observer.Problems.Select(problem => problem.Message));
        Assert.NotEmpty(store.Opened);
        Assert.All(store.Opened, key => Assert.Contains("/" + account + "/CloudTrail/us-west-2/", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_answer_may_lie_anywhere_names_leave_no_folder_out()
    {
        var account = tree.Trail.Records.First(r => r.IsDeadline).AccountId;
        var store = new FolderStore(tree.Folder);
        var scope = new BucketScope { BucketName = "b", KeyPrefix = tree.Trail.Options.Prefix!, AccountIds = [account], Regions = ["us-west-2"], EveryFolder = true };

        var events = Read(store, scope, new TrailQuery { OnlyEventSource = Farm });

        Assert.Equal(FarmIds, events.Select(e => e.EventId!));
    }

    private List<TrailEvent> Read(FolderStore store, BucketScope scope, TrailQuery query, int threads = 8) =>
        new BucketTrailSource(store, scope) { ThrottleLimit = threads, Today = Today }.Read(query, _observer, CancellationToken.None).ToList();
}
