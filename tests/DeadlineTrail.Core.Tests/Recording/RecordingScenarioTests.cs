using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Recording;
using Xunit;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>What sources record, as the scenarios have it.</summary>
public sealed class RecordingScenarioTests
{
    public static TheoryData<string> Names => [.. RecordingScenario.Names()];

    [Fact]
    public void There_are_at_least_twelve() => Assert.True(RecordingScenario.Names().Count() >= 12);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_source_records_what_is_expected(string name)
    {
        var scenario = RecordingScenario.Named(name);
        var settings = scenario.Source.Settings();

        foreach (var expected in scenario.Expect.Operations)
        {
            foreach (var operation in expected.Operations)
            {
                Assert.True(OperationCatalogue.Current.TryGet(operation, out var action), operation);
                var verdict = RecordingRules.Of(settings, RecordableCall.Of(action), scenario.Question);
                Assert.True(expected.Recorded == verdict.Answer.ToString(), $"{operation}: expected {expected.Recorded} ({expected.Because}), was {verdict.Answer} ({verdict.Reason})");
                Assert.NotEmpty(verdict.Reason);
            }
        }

        foreach (var (operation, recorded) in scenario.Expect.SignIns ?? new Dictionary<string, string>())
        {
            var call = operation == "AssumeRole" ? RecordableCall.AssumeRole : RecordableCall.UserAuthentication;
            var verdict = RecordingRules.Of(settings, call, scenario.Question);
            Assert.True(recorded == verdict.Answer.ToString(), $"{operation}: expected {recorded}, was {verdict.Answer} ({verdict.Reason})");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_word_for_each_class_is_what_is_expected(string name)
    {
        var scenario = RecordingScenario.Named(name);
        var known = RecordingKnowledge.Of(scenario.Source.Settings(), scenario.Question);

        foreach (var (what, recorded) in scenario.Expect.Summary ?? new Dictionary<string, string>())
        {
            Assert.Equal((what, recorded), (what, what switch { "management" => known.Management, "data" => known.Data, "signIns" => known.SignIns, _ => throw new InvalidOperationException(what) }));
        }
    }
}
