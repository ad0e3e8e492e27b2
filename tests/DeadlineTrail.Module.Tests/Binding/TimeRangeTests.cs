using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Binding;

/// <summary>From when to when, in every form in which people write it.</summary>
public sealed class TimeRangeTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public TimeRangeTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write("log.json", HandWritten.Record(0), HandWritten.Record(1), HandWritten.Record(2)));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-StartTime 2026-03-02T10:01:00Z", new[] { 2, 1 })]
    [InlineData("-StartTime 2026-03-02T12:01:00+02:00", new[] { 2, 1 })]
    [InlineData("-EndTime 2026-03-02T04:31:00-05:30", new[] { 1, 0 })]
    [InlineData("-StartTime 2026-03-02T10:01:00Z -EndTime 2026-03-02T10:01:00Z", new[] { 1 })]
    [InlineData("-StartTime 2026-03-02T10:01:00.001Z", new[] { 2 })]
    [InlineData("-StartTime ([DateTimeOffset]'2026-03-02T10:01:00Z')", new[] { 2, 1 })]
    [InlineData("-StartTime $utc", new[] { 2, 1 })]
    [InlineData("-StartTime $local", new[] { 2, 1 })]
    [InlineData("-StartTime $unspecified", new[] { 2, 1 })]
    [InlineData("-StartTime $text", new[] { 2, 1 })]
    [InlineData("-StartTime ($log | Get-DeadlineTrailEvent -MaxEvents 1).EventTime", new[] { 2 })]
    public void Both_ends_count_and_a_time_without_a_zone_is_local(string range, int[] minutes)
    {
        var local = HandWritten.Utc(1).ToLocalTime();
        _module.Set("utc", HandWritten.Utc(1));
        _module.Set("local", local);
        _module.Set("unspecified", DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        _module.Set("text", local.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(minutes, _module.Run("Get-DeadlineTrailEvent $log " + range).WithoutErrors().Minutes());
    }

    [Theory]
    [InlineData("-StartTime 2026-03-03 -EndTime 2026-03-02")]
    [InlineData("-StartTime 2026-03-02T10:00:00Z -EndTime 2026-03-02T10:00:00+02:00")]
    [InlineData("-Last 1d -EndTime 2026-03-02")]
    [InlineData("-Last 1d -StartTime 2026-03-02")]
    public void A_range_that_holds_nothing_is_an_error_before_anything_is_read(string range)
    {
        var run = _module.Run($"Get-DeadlineTrailEvent $log, no-such-file {range}");

        Assert.Empty(run.Output);
        Assert.Equal("InvalidFilter,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", run.Errors.Single().FullyQualifiedErrorId);
    }

    public static TheoryData<string, double> Lengths() => new()
    {
        { "-Last 90d", 90 },
        { "-Last:90d", 90 },
        { "-Last '90d'", 90 },
        { "-Last 90D", 90 },
        { "-Last (90d)", 90 },
        { "-Last 1.5d", 1.5 },
        { "-Last 12h", 0.5 },
        { "-Last 36H", 1.5 },
        { "-Last 720m", 0.5 },
        { "-Last 2w", 14 },
        { "-Last ' 2w '", 14 },
        { "-Last $days", 90 },
        { "-Last $span", 2 },
        { "-Last ([timespan]'2.00:00:00')", 2 },
        { "-Last '2.00:00:00'", 2 },
        { "@splat", 90 },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_length_of_time_counts_back_from_now(string last, double days)
    {
        _module.Set("span", TimeSpan.FromDays(2));
        _module.Set("splat", new Dictionary<string, object> { ["Last"] = 90m });
        var before = DateTime.UtcNow;
        var run = _module.Run("$days = 90d; Get-DeadlineTrailEvent $log -Verbose " + last).WithoutErrors();
        var after = DateTime.UtcNow;

        AssertStarts(run, before.AddDays(-days), after.AddDays(-days));
    }

    [Fact]
    public void A_length_of_time_can_be_a_default()
    {
        var before = DateTime.UtcNow;
        var run = _module.Run("$PSDefaultParameterValues['Get-DeadlineTrailEvent:Last'] = 7d; Get-DeadlineTrailEvent $log -Verbose; $PSDefaultParameterValues.Clear()").WithoutErrors();

        AssertStarts(run, before.AddDays(-7), DateTime.UtcNow.AddDays(-7));
    }

    [Fact]
    public void What_happened_within_the_length_is_found()
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        _module.Set("fresh", _folder.Write("fresh.json", HandWritten.Record(7, record => record["eventTime"] = now), HandWritten.Record(8)));

        Assert.Equal([7], _module.Run("Get-DeadlineTrailEvent $fresh -Last 1h").WithoutErrors().Minutes());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("'7'")]
    [InlineData("7.5")]
    [InlineData("[long]7")]
    [InlineData("0d")]
    [InlineData("-7d")]
    [InlineData("7y")]
    [InlineData("'7 days'")]
    [InlineData("d")]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("([timespan]::Zero)")]
    [InlineData("99999999999d")]
    public void What_is_no_length_of_time_is_an_error(string last)
    {
        var run = _module.Run($"Get-DeadlineTrailEvent $log -Last {last}");

        Assert.Empty(run.Output);
        Assert.Equal("ParameterArgumentTransformationError,DeadlineTrail.Cmdlets.GetDeadlineTrailEventCommand", run.Errors.Single().FullyQualifiedErrorId);
    }

    [Fact]
    public void A_number_without_a_unit_is_told_how_to_have_one() =>
        Assert.Contains("7d", _module.Run("Get-DeadlineTrailEvent $log -Last 7").Errors.Single().Exception.Message, StringComparison.Ordinal);

    private static void AssertStarts(ModuleRun run, DateTime earliest, DateTime latest)
    {
        var text = run.Verbose.Single(message => message.StartsWith("Searched", StringComparison.Ordinal));
        var start = DateTime.Parse(text.Split("from ")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.InRange(start, earliest.AddSeconds(-1), latest);
    }
}
