using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>A warning where a source cannot answer what the filters ask for, and none where it can.</summary>
public sealed class RecordingCoverageTests
{
    private const string Management = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]""";
    private const string Jobs = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}]}]""";
    private const string OneFarm = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]},{"Field":"resources.ARN","StartsWith":["arn:aws:deadline:us-west-2:111122223333:farm/farm-1"]}]}]""";
    private const string Writes = """[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["false"]}]}]""";

    public static TheoryData<string, string[]?, string?, string?, string?, string> Queries => new()
    {
        // selectors, -EventName, -EventClass, -Access, identifier, warnings
        { Management, ["UpdateJob"], null, null, null, "NotRecorded" },
        { Management, ["UpdateJob", "UpdateQueue"], null, null, null, "NotRecorded" },
        { Management, ["UpdateQueue"], null, null, null, "" },
        { Management, ["*Queue"], null, null, null, "" },
        { Management, ["*Job"], null, null, null, "NotRecorded" },
        { Management, null, null, null, null, "" },
        { Management, null, "Data", null, null, "NotRecorded" },
        { Management, null, "Management", null, null, "" },
        { Management, null, null, null, "Job", "NotRecorded" },
        { Management, null, null, null, "Queue", "" },
        { Management, ["BatchUpdateJob"], null, null, null, "RecordingUnknown" },
        { Jobs, ["UpdateJob", "GetTask"], null, null, null, "" },
        { Jobs, ["SearchJobs"], null, null, null, "NotRecorded" },
        { Jobs, null, null, null, "Job", "" },
        { Jobs, null, null, null, "Task", "" },
        { OneFarm, ["CreateJob"], null, null, null, "PartlyRecorded" },
        { OneFarm, ["CreateJob", "UpdateQueue"], null, null, null, "NotRecorded PartlyRecorded" },
        { Writes, ["*Queue"], null, "Write", null, "" },
        { Writes, ["*Queue"], null, "Read", null, "NotRecorded" },
        { Writes, ["AssumeQueueRoleForUser"], null, null, null, "RecordingUnknown" },
        { Writes, ["AssumeRole"], null, null, null, "NotRecorded" },
        { Writes, ["UserAuthentication"], null, null, null, "" },
        { Writes, ["PutObject"], null, null, null, "" },
        { "[", ["CreateJob"], null, null, null, "RecordingUnknown" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void One_warning_for_each_cause_and_none_where_all_is_recorded(string selectors, string[]? names, string? eventClass, string? access, string? kind, string expected)
    {
        var warnings = RecordingCoverage.Warnings(Query(names, eventClass, access, kind), Trail(selectors), []);

        Assert.Equal(expected, string.Join(' ', warnings.Select(warning => warning.Id).Order(StringComparer.Ordinal)));
        Assert.All(warnings, warning => Assert.Contains("\"studio\"", warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_trail_of_another_Region_is_said_to_have_nothing()
    {
        var local = Trail(Jobs, isMultiRegion: false);

        Assert.Empty(RecordingCoverage.Warnings(Query(["CreateJob"], null, null, null), local, Regions("us-west-2")));
        var warning = Assert.Single(RecordingCoverage.Warnings(Query(["CreateJob"], null, null, null), local, Regions("eu-central-1")));
        Assert.Equal("NotRecorded", warning.Id);
        Assert.Contains("us-west-2", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-west-1 eu-central-1", "NotRecorded")]
    [InlineData("eu-*", "NotRecorded")]
    [InlineData("eu-* ap-*", "NotRecorded")]
    [InlineData("us-west-2 eu-central-1", "PartlyRecorded")]
    [InlineData("US-WEST-2", "")]
    [InlineData("us-*", "")]
    [InlineData("*", "")]
    [InlineData("us-* eu-central-1", "PartlyRecorded")]
    public void Each_Region_that_is_asked_for_is_held_against_that_of_the_trail(string regions, string expected)
    {
        Assert.Equal(expected, string.Join(' ', RecordingCoverage.Warnings(Query(["CreateJob"], null, null, null), Trail(Jobs, isMultiRegion: false), Regions(regions.Split(' '))).Select(warning => warning.Id)));
        Assert.Empty(RecordingCoverage.Warnings(Query(["CreateJob"], null, null, null), Trail(Jobs), Regions(regions.Split(' '))));
    }

    [Fact]
    public void A_change_within_the_range_is_said_and_one_before_it_is_not()
    {
        var changed = new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc);
        var trail = Trail(Jobs, changed: changed.Ticks);
        TrailQuery From(int day) => new() { EventNames = Filter(["CreateJob"]), StartTicks = new DateTime(2026, 3, day).Ticks };

        Assert.Contains("2026-03-05T00:00:00Z", Assert.Single(RecordingCoverage.Warnings(From(1), trail, [])).Message, StringComparison.Ordinal);
        Assert.Empty(RecordingCoverage.Warnings(From(6), trail, []));
    }

    [Fact]
    public void Without_a_range_a_change_of_selectors_is_said_too()
    {
        var trail = Trail(Jobs, changed: new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc).Ticks);
        TrailQuery Until(long end) => new() { EventNames = Filter(["CreateJob"]), EndTicks = end };

        Assert.All(new[] { Until(long.MaxValue), Until(new DateTime(2026, 3, 1).Ticks), Until(new DateTime(2026, 3, 9).Ticks) }, query =>
        {
            var warning = Assert.Single(RecordingCoverage.Warnings(query, trail, []));
            Assert.Equal("RecordingUnknown", warning.Id);
            Assert.Contains("2026-03-05T00:00:00Z", warning.Message, StringComparison.Ordinal);
        });
        Assert.Equal("Yes", trail.Operations.Single(each => each.Name == "CreateJob").Recorded);
    }

    [Theory]
    [InlineData("UpdateJob", true)]
    [InlineData("PutObject", false)]
    [InlineData("*", false)]
    public void It_matters_only_where_the_filters_point_at_something(string name, bool matters) =>
        Assert.Equal(matters, RecordingCoverage.Matters(Query([name], null, null, null)));

    private static TrailQuery Query(string[]? names, string? eventClass, string? access, string? kind) => new()
    {
        EventNames = names is null ? null : Filter(names),
        EventClasses = eventClass is null ? null : Filter([eventClass]),
        Accesses = access is null ? null : Filter([access]),
        EventSources = names is null || names.All(name => name.Contains('*', StringComparison.Ordinal) || OperationCatalogue.Current.TryGet(name, out _)) ? Filter(["deadline.amazonaws.com"]) : null,
        IdentifierKinds = kind is null ? [] : [Enum.Parse<IdentifierKind>(kind)],
    };

    private static List<TextFilter> Regions(params string[] regions) =>
        regions.Select(region => new TextFilter([region], pattern => text => text.StartsWith(pattern.TrimEnd('*'), StringComparison.OrdinalIgnoreCase))).ToList();

    private static TextFilter Filter(IReadOnlyList<string> texts) =>
        new(texts, pattern => text => pattern == "*" || text.EndsWith(pattern.TrimStart('*'), StringComparison.OrdinalIgnoreCase));

    private static TrailSource Trail(string selectors, bool isMultiRegion = true, long? changed = null) => TrailSources.OfTrail(
        new TrailDescription { Name = "studio", Arn = "arn:aws:cloudtrail:us-west-2:111122223333:trail/studio", HomeRegion = "us-west-2", IsMultiRegion = isMultiRegion, IncludesGlobalServices = true },
        new TrailStatus { IsLogging = true },
        new TrailSelectors(null, selectors),
        changed);
}
