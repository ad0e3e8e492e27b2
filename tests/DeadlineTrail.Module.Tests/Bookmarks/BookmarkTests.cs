using System;
using System.Collections;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Module.Tests.Bookmarks;

/// <summary>Runs with a bookmark, as a scheduled task has them: the module as built, against AWS on this machine.</summary>
public sealed class BookmarkTests : IAsyncLifetime, IDisposable
{
    private const string Read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -BookmarkPath $mark";

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();
    private LoopbackAws _aws = null!;
    private LoopbackBucket _logs = null!;

    private string Mark => _folder["studio.bookmark"];

    private string Pending => Mark + ".pending";

    public async Task InitializeAsync()
    {
        _aws = await LoopbackAws.StartAsync();
        _logs = _aws.AddBucket("studio-logs", "eu-central-1");
        _aws.AddBucket("other-logs", "eu-central-1");
        Put("1005Z_aaaaaaaaaaaaaaaa", 1, 3);
        Put("1015Z_bbbbbbbbbbbbbbbb", 11, 12);
        _module.Set("aws", new Hashtable { ["AccessKey"] = _aws.Key.AccessKeyId, ["SecretKey"] = _aws.Key.SecretAccessKey, ["EndpointUrl"] = _aws.Endpoint });
        _module.Set("StoredAWSRegion", "eu-west-1");
        _module.Set("mark", Mark);
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_run_gives_what_no_run_before_it_gave()
    {
        Assert.Equal([12, 11, 3, 1], _module.Run(Read).WithoutErrors().Minutes());
        Assert.Empty(_module.Run(Read).WithoutErrors().Output);
        Put("1025Z_cccccccccccccccc", 12, 21);

        var run = _module.Run(Read + " -Verbose").WithoutErrors();

        Assert.Equal([21], run.Minutes());
        Assert.Contains(run.Verbose, each => each.Contains("-StartTime", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_services_that_are_asked_for_no_other_is_given()
    {
        const string read = "Get-DeadlineTrailEvent @aws -BucketName studio-logs -StartTime 2026-03-02T00:00:00Z -BookmarkPath $mark -EventSource sts.amazonaws.com, s3.amazonaws.com";
        Put("1025Z_cccccccccccccccc", Of("s3.amazonaws.com", 21), Of("ec2.amazonaws.com", 22), Of("sts.amazonaws.com", 24));

        Assert.Equal([24, 21], _module.Run(read).WithoutErrors().Minutes());
        Put("1035Z_dddddddddddddddd", Of("ec2.amazonaws.com", 31), Of("sts.amazonaws.com", 32));
        Assert.Equal([32], _module.Run(read).WithoutErrors().Minutes());
        Assert.Equal("BookmarkDiffers", Id(_module.Run(read.Replace("s3.", "ec2.", StringComparison.Ordinal))));

        // In whichever order, it is the same question.
        Assert.Empty(_module.Run(read.Replace("sts.amazonaws.com, s3.amazonaws.com", "s3.amazonaws.com, sts.amazonaws.com", StringComparison.Ordinal)).WithoutErrors().Output);
    }

    [Theory]
    [InlineData(Read + " | Select-First")]
    [InlineData(Read + " -ErrorAction Stop")]
    [InlineData(Read + " | ForEach-Object { throw 'the disk is full' }")]
    public void A_run_that_did_not_come_to_its_end_is_given_again(string cutShort)
    {
        if (cutShort.Contains("Stop", StringComparison.Ordinal))
        {
            _aws.Faults.When("GetObject", call => call.Key!.Contains("aaaa", StringComparison.Ordinal), Fault.Denied);
        }

        _module.Run(cutShort);

        Assert.False(File.Exists(Mark));
        _aws.Faults.Clear();
        Assert.Equal([12, 11, 3, 1], _module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void Ctrl_C_leaves_the_bookmark_as_it_was()
    {
        _module.Run(Read).WithoutErrors();
        var before = File.ReadAllText(Mark);
        Put("1025Z_cccccccccccccccc", 21);
        Put("1035Z_dddddddddddddddd", 31);
        _aws.Faults.When("GetObject", call => call.Key!.Contains("cccc", StringComparison.Ordinal), Fault.Hang);
        using var running = _module.Start(Read + " -Unordered");
        running.WaitForOutput();

        Assert.True(running.Stop().Stopped);

        Assert.Equal(before, File.ReadAllText(Mark));
        _aws.Faults.Clear();
        Assert.Equal([31, 21], _module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void WhatIf_gives_the_events_and_writes_nothing()
    {
        Assert.Equal([12, 11, 3, 1], _module.Run(Read + " -WhatIf").WithoutErrors().Minutes());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_account_of_a_bookmark_is_asked_for_in_a_Region_that_is_named()
    {
        _module.Set("StoredAWSRegion", "");

        _module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, eu-central-1 -BookmarkPath $mark").WithoutErrors();

        Assert.Contains(Assert.Single(_aws.Requests.All, each => each.Operation == "GetCallerIdentity").Region, new[] { "us-west-2", "eu-central-1" });
        Assert.True(File.Exists(Mark));
    }

    [Fact]
    public void A_deferred_run_counts_when_it_is_completed()
    {
        Assert.Equal(4, _module.Run(Read + " -DeferBookmark").WithoutErrors().Output.Count);
        Assert.False(File.Exists(Mark));
        Assert.Equal(4, _module.Run(Read + " -DeferBookmark").WithoutErrors().Output.Count);

        _module.Run("Complete-DeadlineTrailBookmark $mark -WhatIf").WithoutErrors();
        Assert.False(File.Exists(Mark));
        Assert.Empty(_module.Run("Complete-DeadlineTrailBookmark -LiteralPath $mark").WithoutErrors().Output);

        Assert.False(File.Exists(Pending));
        Assert.Empty(_module.Run(Read + " -DeferBookmark").WithoutErrors().Output);
    }

    [Fact]
    public void There_is_nothing_to_complete_twice()
    {
        _module.Run(Read + " -DeferBookmark; Complete-DeadlineTrailBookmark $mark").WithoutErrors();

        Assert.Equal("BookmarkNotPending", Id(_module.Run("Complete-DeadlineTrailBookmark $mark")));
    }

    [Theory]
    [InlineData(Read + " -EventName Delete*")]
    [InlineData(Read + " -EndTime 2026-03-05")]
    [InlineData(Read + " -Oldest -Unordered")]
    [InlineData(Read + " -ProfileName none")]
    [InlineData(Read + " -Region 'not a Region'")]
    [InlineData("@() | " + Read)]
    [InlineData("Get-DeadlineTrailEvent @aws -TrailName none -BookmarkPath $mark")]
    public void A_deferred_run_is_not_completed_behind_a_later_one_that_did_nothing(string later)
    {
        _module.Run(Read).WithoutErrors();
        Put("1025Z_cccccccccccccccc", 21);
        Assert.Equal([21], _module.Run(Read + " -DeferBookmark").WithoutErrors().Minutes());

        Assert.Empty(_module.Run(later + " -DeferBookmark").Output);

        Assert.Equal("BookmarkNotPending", Id(_module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Equal([21], _module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void A_deferred_run_is_not_completed_behind_one_that_found_the_bookmark_damaged()
    {
        _module.Run(Read).WithoutErrors();
        var good = File.ReadAllText(Mark);
        Put("1025Z_cccccccccccccccc", 21);
        _module.Run(Read + " -DeferBookmark").WithoutErrors();
        File.WriteAllText(Mark, good[..^9]);

        Assert.Equal("BookmarkDamaged", Id(_module.Run(Read + " -DeferBookmark")));
        File.WriteAllText(Mark, good);

        Assert.Equal("BookmarkNotPending", Id(_module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Equal([21], _module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void WhatIf_leaves_a_deferred_run_as_it_is()
    {
        _module.Run(Read + " -DeferBookmark").WithoutErrors();
        var files = Directory.GetFileSystemEntries(_folder.Path).ToDictionary(path => path, File.ReadAllText);

        Assert.Equal([12, 11, 3, 1], _module.Run(Read + " -WhatIf").WithoutErrors().Minutes());
        Assert.Equal("InvalidFilter", Id(_module.Run(Read + " -EndTime 2026-03-05 -WhatIf")));

        Assert.Equal(files, Directory.GetFileSystemEntries(_folder.Path).ToDictionary(path => path, File.ReadAllText));
    }

    [Fact]
    public void Nothing_is_left_beside_the_bookmark_when_a_first_run_counts_at_last()
    {
        _module.Run(Read + " -DeferBookmark").WithoutErrors();
        _module.Run(Read + " -ProfileName none -DeferBookmark");
        Assert.Equal([12, 11, 3, 1], _module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -BookmarkPath $mark -DeferBookmark").WithoutErrors().Minutes());

        _module.Run("Complete-DeadlineTrailBookmark $mark").WithoutErrors();

        Assert.Equal([Mark, Mark + ".lock"], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-AllRegion")]
    [InlineData("-Region af-south-1, us-west-2")]
    [InlineData("-Region af-*, us-west-2")]
    public void The_account_of_a_bookmark_is_found_although_the_first_Region_is_not_enabled(string regions)
    {
        _aws.DisabledRegions.Add("af-south-1");
        _module.Set("StoredAWSRegion", "");

        _module.Run($"Get-DeadlineTrailEvent @aws {regions} -BookmarkPath $mark");

        Assert.Contains(_aws.Key.AccountId, File.ReadAllText(Mark), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_of_a_bookmark_is_asked_for_in_the_default_Region_first()
    {
        _module.Run("Get-DeadlineTrailEvent @aws -AllRegion -BookmarkPath $mark").WithoutErrors();

        Assert.Equal("eu-west-1", Assert.Single(_aws.Requests.All, each => each.Operation == "GetCallerIdentity").Region);
    }

    [Fact]
    public void The_account_of_credentials_that_nobody_knows_is_one_error()
    {
        _aws.Faults.When("GetCallerIdentity", _ => true, Fault.UnknownKey);

        Assert.Equal("AwsCredentialsUnusable", Id(_module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, eu-west-1 -BookmarkPath $mark")));

        Assert.False(File.Exists(Mark));
    }

    [Fact]
    public void A_deferred_run_that_was_overtaken_does_not_turn_the_bookmark_back()
    {
        _module.Run(Read + " -DeferBookmark").WithoutErrors();
        var overtaken = File.ReadAllBytes(Pending);
        _module.Run(Read).WithoutErrors();
        Assert.False(File.Exists(Pending));
        File.WriteAllBytes(Pending, overtaken);

        Assert.Equal("BookmarkOutdated", Id(_module.Run("Complete-DeadlineTrailBookmark $mark")));
        Assert.Empty(_module.Run(Read).WithoutErrors().Output);
    }

    [Theory]
    [InlineData("-EndTime 2026-03-05")]
    [InlineData("-MaxEvents 5")]
    [InlineData("-IncludeDuplicate")]
    public void What_would_mark_events_as_given_that_were_not_is_refused(string parameter)
    {
        Assert.Equal("InvalidFilter", Id(_module.Run($"{Read} {parameter}")));
        Assert.Empty(_aws.Requests.All);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Deferring_without_a_bookmark_is_refused() =>
        Assert.Equal("InvalidFilter", Id(_module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -DeferBookmark")));

    [Theory]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName other-logs -BookmarkPath $mark", "the bucket was \"studio-logs\" and is \"other-logs\" now")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -KeyPrefix team -BookmarkPath $mark", "the key prefix")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -EventName Delete* -BookmarkPath $mark", "-EventName is given now and was not")]
    [InlineData("Get-DeadlineTrailEvent @aws -BucketName studio-logs -EventSource deadline.amazonaws.com, sts.amazonaws.com -BookmarkPath $mark", "-EventSource has another value")]
    [InlineData("Get-DeadlineTrailEvent @aws -Region eu-west-1 -BookmarkPath $mark", "\"Event history\"")]
    public void Another_source_or_filter_is_an_error_that_names_the_difference(string other, string difference)
    {
        _module.Run(Read).WithoutErrors();
        var before = File.ReadAllText(Mark);

        var run = _module.Run(other);

        Assert.Equal("BookmarkDiffers", Id(run));
        Assert.Contains(difference, run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Mark));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"DeadlineTrail bookmark\",\"version\":1}")]
    public void What_is_no_bookmark_is_an_error_and_stays_as_it_is(string text)
    {
        File.WriteAllText(Mark, text);

        Assert.Equal("BookmarkDamaged", Id(_module.Run(Read)));
        Assert.Equal(text, File.ReadAllText(Mark));
    }

    [Fact]
    public void A_bookmark_that_another_run_holds_is_an_error_at_once()
    {
        using (new FileStream(Mark + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("BookmarkBusy", Id(_module.Run(Read)));
            Assert.Empty(_aws.Requests.All);
        }

        // The file that is left behind, as by a process that was killed, blocks nobody.
        Assert.True(File.Exists(Mark + ".lock"));
        Assert.Equal(4, _module.Run(Read).WithoutErrors().Output.Count);
    }

    [Fact]
    public void The_path_is_that_of_PowerShells_location()
    {
        _module.Set("folder", _folder.Path);

        _module.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder); $mark = 'studio.bookmark'; " + Read).WithoutErrors();

        Assert.True(File.Exists(Mark));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_before_anything_is_read()
    {
        _module.Set("mark", _folder["none/studio.bookmark"]);

        Assert.Equal("BookmarkInaccessible", Id(_module.Run(Read)));
        Assert.Empty(_aws.Requests.All);
    }

    [Fact]
    public void The_file_keeps_no_credentials_and_nothing_of_the_events()
    {
        _module.Run(Read + " -Actor mia, someone-else").WithoutErrors();

        var text = File.ReadAllText(Mark);
        Assert.All(
            new[] { _aws.Key.AccessKeyId, _aws.Key.SecretAccessKey, "mia", "someone-else", "AKIAIOSFODNN7EXAMPLE", "192.0.2.10", "UpdateQueue", HandWritten.Id(1), "Lighting" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Mark));
        }
    }

    [Fact]
    public void Nothing_in_the_pipeline_touches_no_bookmark()
    {
        Assert.Empty(_module.Run("@() | Get-DeadlineTrailEvent @aws -BookmarkPath $mark").WithoutErrors().Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_same_denial_is_one_error_with_a_name_and_one_with_a_count()
    {
        Put("1025Z_cccccccccccccccc", 21);
        _aws.Faults.When("GetObject", call => !call.Key!.Contains("bbbb", StringComparison.Ordinal), Fault.Denied);
        Put("1035Z_dddddddddddddddd", 31);

        var run = _module.Run(Read);

        Assert.Equal([12, 11], run.Minutes());
        Assert.Equal(["LogAccessDenied", "LogAccessDenied"], run.Errors.Select(each => each.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains("2 more objects", run.Errors[1].ToString(), StringComparison.Ordinal);
        _aws.Faults.Clear();
        Assert.Equal([31, 21, 3, 1], _module.Run(Read).WithoutErrors().Minutes());
    }

    [Fact]
    public void Event_history_has_bookmarks_too()
    {
        var now = DateTime.UtcNow;
        _aws.AddEvents([Recent(1, now.AddHours(-1)), Recent(2, now.AddHours(-2))]);
        const string read = "Get-DeadlineTrailEvent @aws -Region us-west-2 -Last 1d -BookmarkPath $mark";

        Assert.Equal([1, 2], _module.Run(read).WithoutErrors().Output.Select(Number));
        _aws.AddEvents([Recent(3, now.AddHours(-3))]);
        Assert.Equal([3], _module.Run(read).WithoutErrors().Output.Select(Number));

        Assert.Equal("BookmarkDiffers", Id(_module.Run("Get-DeadlineTrailEvent @aws -Region us-west-2, us-east-1 -BookmarkPath $mark")));
        Assert.DoesNotContain(_aws.Key.AccessKeyId, File.ReadAllText(Mark), StringComparison.Ordinal);
        Assert.Contains(_aws.Key.AccountId, File.ReadAllText(Mark), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_says_what_the_trail_does_not_record_of_what_is_asked()
    {
        _aws.AddTrail(new LoopbackTrail("studio", "eu-west-1", "studio-logs") { AccountId = _aws.Key.AccountId });
        const string read = "Get-DeadlineTrailEvent @aws -TrailName studio -StartTime 2026-03-02T00:00:00Z -EventName UpdateJob -BookmarkPath $mark";

        for (var run = 1; run <= 2; run++)
        {
            Assert.Contains("UpdateJob are not recorded by the trail \"studio\"", Assert.Single(_module.Run(read).WithoutErrors().Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_start_the_first_run_only_begins()
    {
        Assert.Empty(_module.Run("Get-DeadlineTrailEvent @aws -BucketName studio-logs -BookmarkPath $mark").WithoutErrors().Output);
        Assert.True(File.Exists(Mark));
    }

    private static int Number(System.Management.Automation.PSObject found) =>
        int.Parse(((string)found.Properties["EventId"].Value)[^12..], CultureInfo.InvariantCulture);

    private static string Recent(int number, DateTime time) => HandWritten.Record(number, record => record["eventTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToJsonString();

    private static string Id(ModuleRun run) => Assert.Single(run.Errors).FullyQualifiedErrorId.Split(',')[0];

    private static JsonObject Of(string service, int minute) => HandWritten.Record(minute, record => record["eventSource"] = service);

    private void Put(string end, params int[] minutes) => Put(end, [.. minutes.Select(minute => HandWritten.Record(minute))]);

    private void Put(string end, params JsonObject[] records) => _logs.Put(
        "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T" + end + ".json.gz",
        TrailFolder.Gzip(Encoding.UTF8.GetBytes(TrailFolder.Log(records))));
}
