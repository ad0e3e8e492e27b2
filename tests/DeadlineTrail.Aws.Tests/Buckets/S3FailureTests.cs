using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Aws.Tests.Credentials;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>What can be wrong with one object while a bucket is read: each is one error that names it, and the rest comes.</summary>
[Collection(nameof(StudioBucket))]
public sealed class S3FailureTests(StudioBucket studio) : IAsyncLifetime
{
    private LoopbackAws _aws = null!;
    private LoopbackBucket _bucket = null!;

    private string Lost => studio.Lonely.Files[0];

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _bucket = _aws.AddBucket(BucketReading.Bucket, "ap-southeast-2", studio.Folder);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task An_object_that_is_replaced_between_listing_and_reading_is_never_mixed()
    {
        // The replacement comes when the first byte is asked for.
        _aws.Faults.When("GetObject", call => call.Key == Lost && Replaced(), Fault.None);

        await AssertLost("replaced");
    }

    [Fact]
    public async Task An_object_that_is_replaced_while_it_is_read_is_never_mixed()
    {
        var requests = 0;
        _aws.Faults.When("GetObject", call => call.Key == Lost && Interlocked.Increment(ref requests) == 1, Fault.CutBody);
        _aws.Faults.When("GetObject", call => call.Key == Lost && requests > 0 && call.Header("range").Length > 0 && Replaced(), Fault.None);

        await AssertLost("replaced", ProblemKind.Damaged);
    }

    [Fact]
    public async Task A_server_that_gives_no_part_to_go_on_with_is_told_and_not_taken_for_the_rest()
    {
        var requests = 0;
        _aws.Faults.When("GetObject", call => call.Key == Lost, Fault.NoRanges);
        _aws.Faults.When("GetObject", call => call.Key == Lost && Interlocked.Increment(ref requests) == 1, Fault.CutBody);

        await AssertLost("gives no part", ProblemKind.Damaged);
    }

    [Theory]
    [InlineData("GLACIER")]
    [InlineData("DEEP_ARCHIVE")]
    public async Task An_object_in_an_archive_is_told_with_what_it_needs(string storageClass)
    {
        _bucket.Put(Lost, File.ReadAllBytes(Path.Combine(studio.Folder, Lost)), storageClass: storageClass);

        await AssertLost("restored");
    }

    [Fact]
    public async Task An_object_that_is_gone_since_it_was_listed_is_told()
    {
        _aws.Faults.When("GetObject", call => call.Key == Lost && Deleted(), Fault.None);

        await AssertLost("no longer", ProblemKind.NotFound);
    }

    [Fact]
    public async Task A_token_that_expires_for_good_is_told_as_that()
    {
        _aws.Faults.When("GetObject", call => call.Key == Lost, Fault.ExpiredToken);

        await AssertLost("credentials", ProblemKind.CredentialsRefused);
    }

    [Fact]
    public async Task A_token_that_expires_before_its_time_is_renewed_and_nothing_is_missing()
    {
        var second = new LoopbackKey("ASIALOOPBACKEXAMPLE7", "the second secret", "the second token");
        _aws.AddKey(second);
        var first = _aws.Key.AccessKeyId;
        _aws.Faults.When("GetObject", call => call.Caller.AccessKeyId == first && _aws.Requests.Count("GetObject") > 5, Fault.ExpiredToken);
        var renewed = 0;
        var credentials = new RenewedCredentials(
            () => renewed > 0 ? new OtherKeys(second.AccessKeyId, second.SecretAccessKey, second.SessionToken) : new OtherKeys(first, _aws.Key.SecretAccessKey, null),
            () => Interlocked.Increment(ref renewed));
        using var session = await CredentialOrderTests.Open(new AwsSettings { Credential = credentials, EndpointUrl = _aws.Endpoint });
        var reading = new BucketReading(_aws.Endpoint, _aws.Key);
        var store = await session.OpenBucketAsync(new BucketPlace(BucketReading.Bucket, "ap-southeast-2", false), CancellationToken.None);

        var found = await Task.Run(() => reading.Read(store, new TrailQuery { OnlyEventSource = "deadline.amazonaws.com" }, CancellationToken.None).Select(each => each.EventId!).ToList());

        Assert.Equal(studio.FarmIds, found);
        Assert.Empty(reading.Problems);
        Assert.InRange(renewed, 1, int.MaxValue);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(int.MaxValue, false)]
    public async Task A_body_that_stalls_is_gone_on_with_and_given_up_when_it_always_does(int stalls, bool comes)
    {
        var requests = 0;
        _aws.Faults.When("GetObject", _ => Interlocked.Increment(ref requests) <= stalls, Fault.SlowBody(TimeSpan.FromHours(1)));
        var store = await new BucketReading(_aws.Endpoint, _aws.Key).OpenAsync();
        var whole = File.ReadAllBytes(Path.Combine(studio.Folder, Lost));
        using var stream = new ResumingStream(store, new StoredLog(Lost, whole.Length, null), CancellationToken.None) { Patience = TimeSpan.FromMilliseconds(comes ? 2000 : 100) };
        using var read = new MemoryStream();

        var failure = await Record.ExceptionAsync(() => Task.Run(() => stream.CopyTo(read)));

        if (comes)
        {
            Assert.Null(failure);
            Assert.Equal(whole, read.ToArray());
            Assert.Equal(2, requests);
        }
        else
        {
            Assert.Contains("Nothing arrived for", Assert.IsAssignableFrom<IOException>(failure).Message, StringComparison.Ordinal);
        }
    }

    private async Task AssertLost(string says, ProblemKind kind = ProblemKind.Unreadable)
    {
        var reading = new BucketReading(_aws.Endpoint, _aws.Key);

        var found = await reading.ReadAsync();

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((kind, $"s3://{BucketReading.Bucket}/{Lost}"), (problem.Kind, problem.Target));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(studio.Lonely.EventId, found);
        Assert.Equal(studio.FarmIds.Where(found.Contains), found);
        Assert.NotEmpty(found);
    }

    private bool Replaced()
    {
        _bucket.Put(Lost, "{\"Records\":[]}"u8.ToArray());
        return false;
    }

    private bool Deleted()
    {
        _bucket.Delete(Lost);
        return false;
    }
}
