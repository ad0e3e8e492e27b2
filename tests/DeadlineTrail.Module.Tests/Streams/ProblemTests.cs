using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Streams;

/// <summary>What cannot be read is an error with a name, and the rest comes all the same.</summary>
public sealed class ProblemTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public ProblemTests(ModuleHost module)
    {
        _module = module;
        _folder.Write("a/good.json", HandWritten.Record(1));
        _module.Set("folder", _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_file_is_named_with_its_place_and_what_is_whole_in_it_comes()
    {
        var text = TrailFolder.Log([HandWritten.Record(2), HandWritten.Record(3)]).Replace("\"awsRegion\":\"us-west-2\"", "\"awsRegion\":", StringComparison.Ordinal);
        var whole = HandWritten.Record(4).ToJsonString();
        _folder.Write("b/bad.json", text[..text.IndexOf(",{", StringComparison.Ordinal)] + "," + whole + "]}");

        var run = _module.Run("Get-DeadlineTrailEvent $folder");

        Assert.Equal([4, 1], run.Minutes());
        var error = run.Errors.Single();
        Assert.Equal("LogDamaged,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal(_folder["b/bad.json"], error.TargetObject);
        Assert.Contains(_folder["b/bad.json"], error.Exception.Message, StringComparison.Ordinal);
        Assert.Matches("at byte [0-9]+ ", error.Exception.Message);
    }

    [Theory]
    [InlineData("cut.json.gz", 0.5)]
    [InlineData("cut.json", 0.5)]
    public void A_cut_file_is_an_error(string name, double share)
    {
        var content = Encoding.UTF8.GetBytes(TrailFolder.Log([HandWritten.Record(2), HandWritten.Record(3)]));
        var stored = name.EndsWith(".gz", StringComparison.Ordinal) ? TrailFolder.Gzip(content) : content;
        File.WriteAllBytes(_folder[name], stored[..(int)(stored.Length * share)]);

        var run = _module.Run("Get-DeadlineTrailEvent $folder");

        Assert.Contains(1, run.Minutes());
        Assert.All(run.Errors, error => Assert.Equal("LogDamaged,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", error.FullyQualifiedErrorId));
        Assert.NotEmpty(run.Errors);
    }

    [UnprivilegedFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_an_error_of_its_own()
    {
        File.SetUnixFileMode(_folder.Write("b/secret.json", HandWritten.Record(2)), UnixFileMode.None);

        var run = _module.Run("Get-DeadlineTrailEvent $folder");

        Assert.Equal([1], run.Minutes());
        Assert.Equal("LogAccessDenied,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, run.Errors.Single().CategoryInfo.Category);
    }

    [Fact]
    public void An_error_can_stop_the_script_if_it_is_told_to()
    {
        _folder.Write("b/bad.json", "{\"Records\":[{"u8.ToArray());

        var run = _module.Run("Get-DeadlineTrailEvent $folder -ErrorAction Stop; 'after'");

        Assert.NotNull(run.Terminating);
        Assert.DoesNotContain("after", run.Objects);
        Assert.StartsWith("LogDamaged,", run.Errors.Single().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_can_be_silenced_and_kept()
    {
        _folder.Write("b/bad.json", "{\"Records\":[{"u8.ToArray());

        var run = _module.Run("Get-DeadlineTrailEvent $folder -ErrorAction SilentlyContinue -ErrorVariable problem; , $problem.Count");

        Assert.Empty(run.Errors);
        Assert.Equal(1, run.Objects[^1]);
    }

    [Fact]
    public void Files_that_hold_no_events_are_passed_over_and_told()
    {
        _folder.Write("notes.txt", "not a log"u8.ToArray());
        _folder.Write("AWSLogs/111122223333/CloudTrail-Digest/us-west-2/2026/03/02/111122223333_CloudTrail-Digest_us-west-2_t_us-west-2_20260302T100000Z.json.gz", "{}"u8.ToArray());
        _folder.Write("empty.json", "{\"Records\":[]}"u8.ToArray());
        _folder.Write("foreign.json", "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventTime\":\"2026-03-02T10:00:00.000Z\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{}}]}"u8.ToArray());

        var run = _module.Run("Get-DeadlineTrailEvent $folder -Verbose -EventSource *").WithoutErrors();

        Assert.Equal([1], run.Minutes());
        foreach (var told in new[] { "notes.txt", "CloudTrail-Digest", "empty.json", "foreign.json" })
        {
            Assert.Contains(run.Verbose, message => message.Contains(told, StringComparison.Ordinal));
        }

        Assert.Empty(_module.Run("Get-DeadlineTrailEvent $folder -EventSource *").WithoutErrors().Verbose);
    }

    [Fact]
    public void No_match_is_no_error_and_what_was_searched_is_told()
    {
        var run = _module.Run("Get-DeadlineTrailEvent $folder -EventName DeleteFarm -Region eu-* -Verbose").WithoutErrors();

        Assert.Empty(run.Output);
        Assert.Empty(run.Warnings);
        var said = run.Verbose.Single(message => message.StartsWith("Searched", StringComparison.Ordinal));
        Assert.Contains("1 file", said, StringComparison.Ordinal);
        Assert.Contains("EventName DeleteFarm", said, StringComparison.Ordinal);
        Assert.Contains("Region eu-*", said, StringComparison.Ordinal);
        Assert.Contains("0 event", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_found_wherever_in_the_readers_blocks_it_ends()
    {
        for (var length = 0; length < 200; length++)
        {
            _folder.Write($"long/{length}.json", HandWritten.Record(2, record =>
            {
                record["eventID"] = $"{length}";
                record["userAgent"] = new string('x', length);
            }));
        }

        Assert.Equal(200, _module.Run("Get-DeadlineTrailEvent $folder/long").WithoutErrors().Output.Count);
    }

    [Theory]
    [InlineData("{\"Records\":[]")]
    [InlineData("{\"Records\":[")]
    [InlineData("{\"Records\":")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("[{}")]
    [InlineData("\"")]
    [InlineData("not a log at all")]
    public void However_little_there_is_of_a_log_it_is_an_error_about_that_file(string text)
    {
        _folder.Write("b/stump.json", text);

        var run = _module.Run("Get-DeadlineTrailEvent $folder");

        Assert.Equal([1], run.Minutes());
        Assert.All(run.Errors, error => Assert.Equal(_folder["b/stump.json"], error.TargetObject));
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public void Twins_that_differ_are_kept_and_warned_about()
    {
        _folder.Write("b/twin.json", HandWritten.Record(1, record => record["userAgent"] = "another"));

        var run = _module.Run("Get-DeadlineTrailEvent $folder").WithoutErrors();

        Assert.Equal([1, 1], run.Minutes());
        Assert.Contains(HandWritten.Id(1), run.Warnings.Single(), StringComparison.Ordinal);
    }
}
