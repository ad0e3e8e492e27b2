using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace DeadlineTrail.Core.Tests.Ordering;

/// <summary>The scenarios themselves: that they are complete, and that their answers do not contradict themselves.</summary>
public class OrderScenarioTests
{
    public static TheoryData<string> Names => [.. OrderScenario.All().Select(scenario => scenario.Name)];

    [Fact]
    public void There_are_at_least_fourteen() => Assert.True(OrderScenario.All().Count() >= 14);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_says_what_it_is_about_and_what_it_rests_on(string name)
    {
        OrderScenario scenario = OrderScenario.Named(name);
        Assert.EndsWith(".", scenario.About, StringComparison.Ordinal);
        Assert.NotEmpty(scenario.RestsOn);
        Assert.All(scenario.Expect.Warnings, warning => Assert.Contains(warning, (string[])["OrderViolation", "DuplicateDiffers"]));
        Assert.InRange(scenario.Expect.FilesReadAtMost ?? 1, 1, scenario.Files.Count);
    }

    // Where no file lies about its time the answer can be had without any order of reading: take all, sort, cut.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_expected_events_are_those_that_sorting_everything_would_give(string name)
    {
        OrderScenario scenario = OrderScenario.Named(name);
        ScenarioQuery query = scenario.Query;
        IEnumerable<JsonObject> all = scenario.Files.SelectMany(file => file.CompleteRecords()).Where(record =>
            (query.Start is null || Time(record) > query.Start) && (query.End is null || Time(record) < query.End));
        if (!query.IncludeDuplicate)
        {
            // Copies in these files are copies to the letter.
            all = all.GroupBy(record => Id(record) is null ? $"{Guid.NewGuid()}" : record.ToJsonString()).Select(copies => copies.First());
        }

        JsonObject[] sorted = [.. all.OrderByDescending(Time).ThenBy(Id, StringComparer.Ordinal)];
        if (query.Oldest)
        {
            Array.Reverse(sorted);
        }

        string?[] ids = [.. sorted.Select(Id).Take((int)(query.MaxEvents ?? int.MaxValue))];
        if (query.Unordered || scenario.Expect.Warnings.Contains("OrderViolation"))
        {
            Assert.Equal(ids.Order(StringComparer.Ordinal), scenario.Expect.EventIds.Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.Equal(ids, scenario.Expect.EventIds);
        }

        Assert.Equal(
            sorted.GroupBy(Id).Any(same => same.Key is not null && same.DistinctBy(record => record.ToJsonString()).Count() > 1),
            scenario.Expect.Warnings.Contains("DuplicateDiffers"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_is_written_as_CloudTrail_writes_files(string name)
    {
        OrderScenario scenario = OrderScenario.Named(name);
        string folder = Directory.CreateTempSubdirectory("order-").FullName;
        try
        {
            string root = scenario.WriteTo(folder);
            Assert.Equal(
                scenario.Files.Select(file => file.Path).Order(StringComparer.Ordinal),
                Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
            foreach (ScenarioFile file in scenario.Files)
            {
                byte[] bytes = File.ReadAllBytes(Path.Combine(root, file.Path));
                using Stream text = file.Path.EndsWith(".gz", StringComparison.Ordinal)
                    ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)
                    : new MemoryStream(bytes);
                JsonElement[] records = [.. JsonDocument.Parse(text).RootElement.GetProperty("Records").EnumerateArray()];
                Assert.Equal(file.Records.Count, records.Length);
                Assert.All(records, record =>
                {
                    Assert.Equal("deadline.amazonaws.com", record.GetProperty("eventSource").GetString());
                    Assert.Matches("^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", record.GetProperty("eventTime").GetString());
                    Assert.True(!record.TryGetProperty("eventID", out JsonElement id) || Guid.TryParseExact(id.GetString(), "D", out _));
                });
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTimeOffset Time(JsonObject record) =>
        DateTimeOffset.Parse((string)record["eventTime"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static string? Id(JsonObject record) => (string?)record["eventID"];
}
