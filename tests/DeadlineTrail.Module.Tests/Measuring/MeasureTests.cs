using System;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Shell;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Measuring;

public sealed class MeasureTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public MeasureTests(ModuleHost module)
    {
        _module = module;
        _folder.Write("a.json", [.. Enumerable.Range(0, 10).Select(minute => HandWritten.Record(minute, record =>
        {
            record["eventName"] = minute < 6 ? "UpdateQueue" : "GetQueue";
            record["sourceIPAddress"] = $"192.0.2.{minute % 3}";
            if (minute == 9)
            {
                record["errorCode"] = "AccessDenied";
            }
            else if (minute == 8)
            {
                record["errorCode"] = "ThrottlingException";
            }
        }))]);
        _module.Set("logs", _folder["a.json"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_is_one_object()
    {
        var all = _module.Run("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent").WithoutErrors().Output.Single();

        Assert.Equal((10L, 2L, 1L, 1L, 3L), (all.Value("Count"), all.Value("Failures"), all.Value("Denials"), all.Value("Actors"), all.Value("Addresses")));
        Assert.Equal((HandWritten.Time(0), HandWritten.Time(9)), (all.Value("FirstUtc"), all.Value("LastUtc")));
        Assert.Equal(DateTimeKind.Local, ((DateTime)all.Value("First")!).Kind);
        Assert.Equal(false, all.Value("ActorsEstimated"));
    }

    [Fact]
    public void Groups_carry_their_properties_under_their_own_names_before_everything_else()
    {
        var run = _module.Run("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent Actor, eventname").WithoutErrors();

        Assert.Equal(["UpdateQueue", "GetQueue"], run.Output.Select(each => each.Value("EventName")));
        Assert.Equal([6L, 4L], run.Output.Select(each => each.Value("Count")));
        Assert.All(run.Output, each => Assert.Equal("mia", each.Value("Actor")));
        Assert.Equal(["Actor", "EventName", "Count"], run.Output[0].Properties.Select(property => property.Name).Take(3));
    }

    [Fact]
    public void Intervals_have_their_start_in_local_time_and_UTC_and_can_be_grouped()
    {
        var run = _module.Run("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent -Every 5m -Property EventName").WithoutErrors();

        Assert.Equal(
            [(HandWritten.Time(0), "UpdateQueue", 5L), (HandWritten.Time(5), "GetQueue", 4L), (HandWritten.Time(5), "UpdateQueue", 1L)],
            run.Output.Select(each => ((string)each.Value("TimeUtc")!, (string)each.Value("EventName")!, (long)each.Value("Count")!)));
        Assert.Equal(HandWritten.Utc(5), ((DateTime)run.Output[1].Value("Time")!).ToUniversalTime());
    }

    /// <summary>In Berlin both are 02:30 on the 25th of October. A zone is a process's own, so this is one with that zone.</summary>
    [Fact]
    public void Two_instants_that_autumn_shows_as_one_time_are_two_groups()
    {
        _folder.Write("autumn.json", [.. new[] { "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z" }
            .Select((time, at) => HandWritten.Record(at, record => record["eventTime"] = time))]);

        var shell = ShellProcess.Run(
            ["-Command", $"Import-Module ./DeadlineTrail.psd1; Get-DeadlineTrailEvent '{_folder["autumn.json"]}' | Measure-DeadlineTrailEvent EventTime | ForEach-Object {{ $_.Count; $_.FirstUtc }}"],
            environment: new() { ["TZ"] = "Europe/Berlin" });

        Assert.Equal("2\n2026-10-25T01:30:00Z\n1\n2026-10-25T00:30:00Z\n", shell.Output);
    }

    [Fact]
    public void Nothing_is_counted_as_nothing()
    {
        Assert.Equal(0L, _module.Run("@() | Measure-DeadlineTrailEvent").WithoutErrors().Output.Single().Value("Count"));
        Assert.Empty(_module.Run("@() | Measure-DeadlineTrailEvent EventName").WithoutErrors().Output);
    }

    [Fact]
    public void More_groups_than_are_kept_apart_are_said()
    {
        var run = _module.Run("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent EventId -MaxGroup 4").WithoutErrors();

        Assert.Single(run.Warnings);
        Assert.Equal(5, run.Output.Count);
        Assert.Equal((true, 6L), (run.Output[^1].Value("IsRest"), run.Output[^1].Value("Count")));
    }

    [Theory]
    [InlineData("-Property RequestParameters", "EventName")]
    [InlineData("-Property NoSuch", "EventName")]
    [InlineData("-Every 36h", "whole days")]
    public void What_cannot_be_counted_by_is_an_error_that_says_what_can(string parameters, string says)
    {
        var error = _module.Run($"Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent {parameters}").Errors.Single();

        Assert.Equal("InvalidFilter,DeadlineTrail.Cmdlets.MeasureDeadlineTrailEventCommand", error.FullyQualifiedErrorId);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_bars()
    {
        var lines = _module.Format("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent EventName", 120).Split('\n');

        int Bar(string name) => lines.Single(line => line.Contains(name, StringComparison.Ordinal)).Count(character => character is '#' or '\u2588');
        Assert.Equal(20, Bar("UpdateQueue"));
        Assert.InRange(Bar("GetQueue"), 13, 14);
    }

    [Theory]
    [InlineData("First")]
    [InlineData("Last")]
    public void The_list_has_times_with_their_zone_whatever_the_culture(string label) =>
        Assert.Matches($@"{label} +: 2026-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d", _module.Format("Get-DeadlineTrailEvent $logs | Measure-DeadlineTrailEvent | Format-List", 120));

    [Fact]
    public void Tab_offers_the_properties() =>
        Assert.Contains("SourceIPAddress", _module.Complete("Measure-DeadlineTrailEvent -Property Sou").Select(offer => offer.CompletionText));
}
