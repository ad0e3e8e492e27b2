using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Module.Tests.Filters;

/// <summary>A studio's trail in the layout of its bucket; what is in it is known from the ledger, which never read it.</summary>
public sealed class StudioFilterTests(StudioFilterTests.StudioFolder studio) : IClassFixture<StudioFilterTests.StudioFolder>
{
    [Fact]
    public void Every_event_of_every_service_comes_once_and_newest_first() =>
        AssertEvents("-EventSource *", studio.Ledger.NewestFirst());

    [Fact]
    public void Without_a_filter_the_farms_own_come() => AssertEvents("", Newest(record => record.IsDeadline));

    [Fact]
    public void Oldest_first_is_the_exact_mirror() => AssertEvents("-Oldest", Newest(record => record.IsDeadline).Reverse());

    [Fact]
    public void A_limit_is_the_beginning_of_all() => AssertEvents("-MaxEvents 100", Newest(record => record.IsDeadline).Take(100));

    [Fact]
    public void Every_denial_is_found() => AssertEvents("-Denied", Newest(record => record.IsDeadline && record.IsDenied));

    [Fact]
    public void An_operation_is_found_by_its_name() => AssertEvents("-EventName CreateJob", Newest(record => record.EventName == "CreateJob" && record.IsDeadline));

    [Fact]
    public void A_morning_is_what_happened_in_it()
    {
        var start = studio.Options.Start.AddHours(9);
        var end = studio.Options.Start.AddHours(12);

        AssertEvents($"-StartTime {start:yyyy-MM-ddTHH:mm:ssZ} -EndTime {end:yyyy-MM-ddTHH:mm:ssZ}", Newest(record => record.IsDeadline && record.EventTime >= start && record.EventTime <= end));
    }

    [Fact]
    public void A_region_is_that_of_the_record_whatever_folder_it_lies_in() =>
        AssertEvents("-EventSource * -Region us-east-1", Newest(record => record.Region == "us-east-1"));

    [Theory]
    [InlineData("JobId", "job-")]
    [InlineData("WorkerId", "worker-")]
    [InlineData("StepId", "step-")]
    [InlineData("SessionId", "session-")]
    public void Everything_about_a_thing_is_found(string parameter, string prefix)
    {
        // The one that is named most often: it is named in requests, answers, resources and denials.
        var id = studio.Ledger.Records.Where(record => record.IsDeadline).SelectMany(record => record.About)
            .Where(each => each.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(each => each).MaxBy(group => group.Count())!.Key;

        AssertEvents($"-{parameter} {id}", studio.Ledger.NewestFirst().Where(record => record.IsDeadline && record.IsAbout(id)));
    }

    private IEnumerable<LedgerRecord> Newest(Func<LedgerRecord, bool> which) => studio.Ledger.NewestFirst().Where(which);

    private void AssertEvents(string arguments, IEnumerable<LedgerRecord> expected)
    {
        var ids = expected.Select(record => record.EventId).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids, studio.Module.Run("Get-DeadlineTrailEvent $trail " + arguments).WithoutErrors().Ids());
    }

    /// <summary>Two days of a small studio, written once for all tests of the class.</summary>
    public sealed class StudioFolder : IDisposable
    {
        private readonly TrailFolder _folder = new();

        public StudioFolder()
        {
            var trail = Studio.Create(Options);
            trail.WriteTo(_folder.Path, System.IO.Compression.CompressionLevel.Fastest);
            Ledger = trail.Ledger;
            Module.Set("trail", _folder.Path);
        }

        public StudioOptions Options { get; } = new() { Days = 2, Artists = 3, Workers = 2 };

        public Ledger Ledger { get; }

        public ModuleHost Module { get; } = new();

        public void Dispose()
        {
            Module.Dispose();
            _folder.Dispose();
        }
    }
}
