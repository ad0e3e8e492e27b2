using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using Xunit;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>Selectors that are proposed: valid JSON that records what is missing and loses nothing.</summary>
public sealed class SelectorRemedyTests
{
    private static readonly Dictionary<string, ScenarioSource> Sets =
        JsonSerializer.Deserialize<Dictionary<string, ScenarioSource>>(File.ReadAllBytes(Checkout.TestFile("Recording", "selector-sets.json")), RecordingScenario.Strict)!;

    public static TheoryData<string> SetNames => [.. Sets.Keys.Where(name => name != "Stopped")];

    [Theory]
    [MemberData(nameof(SetNames))]
    public void With_the_proposed_selectors_every_question_is_answered_and_nothing_is_lost(string set)
    {
        var before = Source(Sets[set].EventSelectors?.GetRawText(), Sets[set].AdvancedEventSelectors?.GetRawText());
        foreach (var question in FarmQuestion.All)
        {
            var check = question.Check(before);
            Assert.Equal(check.Passed == true, check.Remedy is null);
            if (check.Passed == true)
            {
                continue;
            }

            Assert.NotNull(check.Selectors);
            Assert.Contains(check.Selectors, check.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain('\'', check.Selectors);
            var after = Source(null, check.Selectors);
            Assert.True(question.Check(after).Passed, question.Name + " with " + check.Selectors);
            Assert.All(before.Operations.Where(each => each.Recorded is "Yes" or "Partly"), each => Assert.Contains(after.Operations.Single(same => same.Name == each.Name).Recorded, Kept(each.Recorded)));
        }
    }

    [Fact]
    public void Advanced_selectors_are_kept_word_by_word_with_members_nobody_knows()
    {
        const string There = """[{"Name":"It's","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]},{"Field":"new","Equals":["\u00fc"]}],"More":{"x":1.50}}]""";

        var proposed = JsonNode.Parse(SelectorRemedy.For(EventSelectorReader.Read(null, There), false, ["AWS::Deadline::Job"])!)!.AsArray();

        Assert.Equal(2, proposed.Count);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(There)!.AsArray()[0], proposed[0]));
    }

    [Fact]
    public void Basic_selectors_become_advanced_ones_that_record_the_same()
    {
        const string There = """
            [{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"ExcludeManagementEventSources":["kms.amazonaws.com"],
              "DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::shots/","arn:aws:s3:::plates/a"]},{"Type":"AWS::Lambda::Function","Values":["arn:aws:lambda"]},{"Type":"AWS::DynamoDB::Table","Values":[]}]},
             {"ReadWriteType":"ReadOnly","IncludeManagementEvents":false,"DataResources":[]}]
            """;

        // By hand, after the user guide's table of basic and advanced selectors.
        const string Same = """
            [{"Name":"Management events","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["false"]},{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}]},
             {"Name":"AWS::S3::Object","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]},{"Field":"readOnly","Equals":["false"]},{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::shots/","arn:aws:s3:::plates/a"]}]},
             {"Name":"AWS::Lambda::Function","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::Lambda::Function"]},{"Field":"readOnly","Equals":["false"]}]}]
            """;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Same), JsonNode.Parse(SelectorRemedy.For(EventSelectorReader.Read(There, null), false, [])!)));
    }

    [Theory]
    [InlineData("""[{"DataResources":[{"Type":"AWS::New::Thing","Values":["arn:aws:new"]}]}]""", null)]
    [InlineData("""[{"ReadWriteType":"Sometimes"}]""", null)]
    [InlineData(null, "[")]
    public void What_cannot_be_kept_is_not_replaced(string? basic, string? advanced) =>
        Assert.Null(SelectorRemedy.For(EventSelectorReader.Read(basic, advanced), false, ["AWS::Deadline::Job"]));

    [Fact]
    public void For_Event_history_the_selectors_are_those_of_a_trail_to_be_made()
    {
        var check = FarmQuestion.All.Single(question => question.Name == "JobQuestions").Check(TrailSources.OfHistory("us-west-2", null));

        Assert.False(check.Passed);
        Assert.True(FarmQuestion.All[0].Check(Source(null, check.Selectors)).Passed);
        Assert.Equal("Yes", Source(null, check.Selectors).Management);
    }

    private static string[] Kept(string recorded) => recorded == "Yes" ? ["Yes"] : ["Yes", "Partly"];

    private static TrailSource Source(string? basic, string? advanced) => TrailSources.OfTrail(
        new TrailDescription { Name = "studio", Arn = "arn:aws:cloudtrail:us-west-2:111122223333:trail/studio", HomeRegion = "us-west-2", IsMultiRegion = true, IncludesGlobalServices = true },
        new TrailStatus { IsLogging = true },
        new TrailSelectors(basic, advanced),
        null);
}
