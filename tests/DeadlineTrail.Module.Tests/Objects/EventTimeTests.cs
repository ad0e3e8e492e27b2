using System;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Objects;

/// <summary>The time of an event is a [datetime] as Get-WinEvent's is: local, and comparable both ways.</summary>
public sealed class EventTimeTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public EventTimeTests(ModuleHost module)
    {
        _module = module;
        _module.Set("utc", HandWritten.Utc(1));
        _module.Set("log", _folder.Write("log.json", HandWritten.Record(1)));
        _module.Run("$e = Get-DeadlineTrailEvent $log").WithoutErrors();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("$e.EventTime -is [datetime]")]
    [InlineData("$e.EventTime.Kind -eq 'Local'")]
    [InlineData("$e.EventTime.ToUniversalTime() -eq $utc")]
    [InlineData("$e.EventTime -lt [datetime]::Now")]
    [InlineData("[datetime]::Now -gt $e.EventTime")]
    [InlineData("$e.EventTime -ge $utc.ToLocalTime() -and $utc.ToLocalTime() -le $e.EventTime")]
    [InlineData("$e.EventTimeUtc -ceq '2026-03-02T10:01:00Z'")]
    [InlineData("[datetimeoffset]$e.EventTime -eq [datetimeoffset]$e.EventTimeUtc")]
    [InlineData("$e.EventTime.Date.Add($e.EventTime.TimeOfDay) -eq $e.EventTime")]
    public void A_time_is_compared_as_people_do(string condition) => Assert.Equal(true, _module.Run(condition).WithoutErrors().Objects.Single());
}
