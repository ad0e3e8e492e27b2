using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Deadline;
using DeadlineTrail.Recording;
using Xunit;

namespace DeadlineTrail.Core.Tests.Recording;

/// <summary>Every operation of the catalogue under every set of selectors, against <c>every-operation.tsv</c>; see README.md there.</summary>
public sealed class EveryOperationTests
{
    private static readonly string[][] Rows = [.. File.ReadAllLines(Checkout.TestFile("Recording", "every-operation.tsv")).Select(line => line.Split('\t'))];

    private static readonly Dictionary<string, ScenarioSource> Sets =
        JsonSerializer.Deserialize<Dictionary<string, ScenarioSource>>(File.ReadAllBytes(Checkout.TestFile("Recording", "selector-sets.json")), RecordingScenario.Strict)!;

    public static TheoryData<string> SetNames => [.. Rows[0].Skip(2)];

    [Fact]
    public void The_table_has_every_operation_and_at_least_ten_sets()
    {
        Assert.Equal(OperationCatalogue.Current.Actions.Select(action => action.Name), Rows.Skip(1).Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Sets.Keys.Order(), Rows[0].Skip(2).Order());
        Assert.True(Sets.Count >= 10);
    }

    [Theory]
    [MemberData(nameof(SetNames))]
    public void Each_operation_is_recorded_as_the_table_says(string set)
    {
        var column = Array.IndexOf(Rows[0], set);
        var settings = Sets[set].Settings();

        var actual = OperationCatalogue.Current.Actions.Select(action => action.Name + " " + RecordingRules.Of(settings, RecordableCall.Of(action), new RecordingQuestion()).Answer);

        Assert.Equal(Rows.Skip(1).Select(row => row[0] + " " + row[column]).Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }
}
