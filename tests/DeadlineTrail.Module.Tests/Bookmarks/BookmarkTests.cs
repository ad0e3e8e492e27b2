using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>Runs with a bookmark, as a scheduled task has them: what each gives of what lies there.</summary>
public sealed class BookmarkTests : BookmarkedBucket
{
    [Fact]
    public void Each_run_gives_what_no_run_before_it_gave()
    {
        Assert.Equal([12, 11, 3, 1], Module.Run(Read).WithoutErrors().Minutes());
        Assert.Empty(Module.Run(Read).WithoutErrors().Output);
        Put("1025Z_cccccccccccccccc", 12, 21);

        var run = Module.Run(Read + " -Verbose").WithoutErrors();

        Assert.Equal([21], run.Minutes());
        Assert.Contains(run.Verbose, each => each.Contains("-StartTime", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_services_that_are_asked_for_no_other_is_given()
    {
        const string read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -BookmarkPath $mark -EventSource sts.amazonaws.com, s3.amazonaws.com";
        Put("1025Z_cccccccccccccccc", Of("s3.amazonaws.com", 21), Of("ec2.amazonaws.com", 22), Of("sts.amazonaws.com", 24));

        Assert.Equal([24, 21], Module.Run(read).WithoutErrors().Minutes());
        Put("1035Z_dddddddddddddddd", Of("ec2.amazonaws.com", 31), Of("sts.amazonaws.com", 32));
        Assert.Equal([32], Module.Run(read).WithoutErrors().Minutes());
        Assert.Equal("BookmarkDiffers", Id(Module.Run(read.Replace("s3.", "ec2.", StringComparison.Ordinal))));

        // In whichever order, it is the same question.
        Assert.Empty(Module.Run(read.Replace("sts.amazonaws.com, s3.amazonaws.com", "s3.amazonaws.com, sts.amazonaws.com", StringComparison.Ordinal)).WithoutErrors().Output);
    }

    [Theory]
    [InlineData(Read + " | Select-First")]
    [InlineData(Read + " -ErrorAction Stop")]
    [InlineData(Read + " | ForEach-Object { throw 'the disk is full' }")]
    public void A_run_that_did_not_come_to_its_end_is_given_again(string cutShort)
    {
        if (cutShort.Contains("Stop", StringComparison.Ordinal))
        {
            Aws.Faults.When("GetObject", call => call.Key!.Contains("aaaa", StringComparison.Ordinal), Fault.Denied);
        }

        Module.Run(cutShort);

        Assert.False(File.Exists(Mark));
        Aws.Faults.Clear();
        Assert.Equal([12, 11, 3, 1], Module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void Ctrl_C_leaves_the_bookmark_as_it_was()
    {
        Module.Run(Read).WithoutErrors();
        var before = File.ReadAllText(Mark);
        Put("1025Z_cccccccccccccccc", 21);
        Put("1035Z_dddddddddddddddd", 31);
        Aws.Faults.When("GetObject", call => call.Key!.Contains("cccc", StringComparison.Ordinal), Fault.Hang);
        using var running = Module.Start(Read + " -Unordered");
        running.WaitForOutput();

        Assert.True(running.Stop().Stopped);

        Assert.Equal(before, File.ReadAllText(Mark));
        Aws.Faults.Clear();
        Assert.Equal([31, 21], Module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void The_same_denial_is_one_error_with_a_name_and_one_with_a_count()
    {
        Put("1025Z_cccccccccccccccc", 21);
        Aws.Faults.When("GetObject", call => !call.Key!.Contains("bbbb", StringComparison.Ordinal), Fault.Denied);
        Put("1035Z_dddddddddddddddd", 31);

        var run = Module.Run(Read);

        Assert.Equal([12, 11], run.Minutes());
        Assert.Equal(["LogAccessDenied", "LogAccessDenied"], run.Errors.Select(each => each.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains("2 more objects", run.Errors[1].ToString(), StringComparison.Ordinal);
        Aws.Faults.Clear();
        Assert.Equal([31, 21, 3, 1], Module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void Event_history_has_bookmarks_too()
    {
        var now = DateTime.UtcNow;
        Aws.AddEvents([Recent(1, now.AddHours(-1)), Recent(2, now.AddHours(-2))]);
        const string read = "Get-DeadlineTrailEvent @aws -Region us-west-2 -Last 1d -BookmarkPath $mark";

        Assert.Equal([1, 2], Module.Run(read).WithoutErrors().Output.Select(Number));
        Aws.AddEvents([Recent(3, now.AddHours(-3))]);
        Assert.Equal([3], Module.Run(read).WithoutErrors().Output.Select(Number));

        Assert.Equal("BookmarkDiffers", Id(Module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, us-east-1 -BookmarkPath $mark")));
        Assert.DoesNotContain(Aws.Key.AccessKeyId, File.ReadAllText(Mark), StringComparison.Ordinal);
        Assert.Contains(Aws.Key.AccountId, File.ReadAllText(Mark), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_says_what_the_trail_does_not_record_of_what_is_asked()
    {
        Aws.AddTrail(new LoopbackTrail("studio", "eu-west-1", "studio-logs") { AccountId = Aws.Key.AccountId });
        const string read = "Get-DeadlineTrailEvent @aws -TrailName studio -StartTime 2026-03-02T00:00:00Z -EventName UpdateJob -BookmarkPath $mark";

        for (var run = 1; run <= 2; run++)
        {
            Assert.Contains("UpdateJob are not recorded by the trail \"studio\"", Assert.Single(Module.Run(read).WithoutErrors().Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_start_the_first_run_only_begins()
    {
        Assert.Empty(Module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -BookmarkPath $mark").WithoutErrors().Output);
        Assert.True(File.Exists(Mark));
    }

    private static int Number(System.Management.Automation.PSObject found) =>
        int.Parse(((string)found.Properties["EventId"].Value)[^12..], CultureInfo.InvariantCulture);

    private static string Recent(int number, DateTime time) => HandWritten.Record(number, record => record["eventTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToJsonString();

    private static JsonObject Of(string service, int minute) => HandWritten.Record(minute, record => record["eventSource"] = service);
}
