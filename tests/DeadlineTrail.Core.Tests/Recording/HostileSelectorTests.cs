using System;
using System.Diagnostics;
using System.Linq;
using DeadlineTrail.Recording;
using Xunit;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>Selectors of any shape and size give an answer, and never a certain one that nothing supports.</summary>
public sealed class HostileSelectorTests
{
    private const string Jobs = """{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Deadline::Job"]}""";

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("\"[]\"")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("""[{"FieldSelectors":{}}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":"eventCategory","Equals":"Data"}]}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":null,"Equals":["Data"]}]}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":"eventCategory"}]}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":"eventCategory","Equals":["\ud800"]}]}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":"\ud800","Equals":["Data"]}]}]""")]
    [InlineData("""[{"FieldSelectors":[{"Field":"eventCategory","Resembles":["Data"]}]}]""")]
    public void What_is_no_list_of_selectors_leaves_the_answer_unknown(string advanced)
    {
        var known = RecordingKnowledge.Of(Trail(null, advanced), new RecordingQuestion());

        Assert.Equal(("Unknown", "Unknown"), (known.Management, known.Data));
    }

    [Theory]
    [InlineData("""[{"ReadWriteType":"Sometimes"}]""")]
    [InlineData("""[{"IncludeManagementEvents":"true"}]""")]
    [InlineData("""[{"ExcludeManagementEventSources":"kms.amazonaws.com"}]""")]
    [InlineData("[true]")]
    public void A_basic_selector_that_is_not_understood_leaves_management_events_unknown(string basic)
    {
        var known = RecordingKnowledge.Of(Trail(basic, null), new RecordingQuestion());

        Assert.Equal(("Unknown", "No"), (known.Management, known.Data));
    }

    [Fact]
    public void More_values_than_CloudTrail_allows_many_times_over_are_not_looked_at()
    {
        var values = string.Join(",", Enumerable.Range(0, 200_000).Select(at => "\"a" + at + "\""));
        var watch = Stopwatch.StartNew();

        var known = RecordingKnowledge.Of(Trail(null, $$"""[{"FieldSelectors":[{{Jobs}},{"Field":"eventName","NotEquals":[{{values}}]}]}]"""), new RecordingQuestion());

        Assert.Equal("Unknown", known.Data);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void As_many_as_it_allows_are()
    {
        var values = string.Join(",", Enumerable.Range(0, 500).Select(at => "\"a" + at + "\""));

        var known = RecordingKnowledge.Of(Trail(null, $$"""[{"FieldSelectors":[{{Jobs}},{"Field":"eventName","NotEquals":[{{values}},"CreateJob"]}]}]"""), new RecordingQuestion());

        Assert.Equal("No", known.Operations.Single(each => each.Name == "CreateJob").Recorded);
        Assert.Equal("Yes", known.Operations.Single(each => each.Name == "UpdateJob").Recorded);
    }

    [Fact]
    public void A_text_of_many_megabytes_is_not_parsed()
    {
        var text = "[" + new string(' ', 5 * 1024 * 1024) + "]";

        Assert.True(EventSelectorReader.Read(null, text).IsDamaged);
    }

    [Fact]
    public void Without_any_selectors_a_trail_is_as_it_was_made()
    {
        var known = RecordingKnowledge.Of(Trail(null, null), new RecordingQuestion());

        Assert.Equal(("Yes", "No"), (known.Management, known.Data));
    }

    private static RecordingSettings Trail(string? basic, string? advanced) =>
        new() { HomeRegion = "us-west-2", IsMultiRegion = true, Selectors = EventSelectorReader.Read(basic, advanced) };
}
