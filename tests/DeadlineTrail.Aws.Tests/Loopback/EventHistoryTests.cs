using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DeadlineTrail.Testing;
using DeadlineTrail.Testing.Loopback;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Loopback;

/// <summary>Which events there are to be looked up, where, and how far back.</summary>
public class EventHistoryTests
{
    [Fact]
    public async Task Only_management_events_are_kept()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();

        int kept = aws.AddEvents("us-east-1", aws.Key.AccountId,
        [
            Records.Record(1), Records.Record(2, more: "\"managementEvent\":false,"), Records.Record(3, more: "\"eventCategory\":\"Data\","),
            Records.Record(4, more: "\"managementEvent\":true,\"eventCategory\":\"Management\","),
        ]);

        Assert.Equal(2, kept);
        Assert.Equal([Records.Id(4), Records.Id(1)], Lookup.Ids(await Lookup.SendAsync(aws, "{}")));
    }

    [Fact]
    public async Task History_reaches_back_as_far_as_it_is_told()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync(options =>
        {
            options.Clock = new FixedClock(Records.Start.AddDays(90).AddSeconds(10));
            options.HistoryReaches = TimeSpan.FromDays(90);
        });
        aws.AddEvents("us-east-1", aws.Key.AccountId, Records.Many(13));

        JsonElement answer = await Lookup.SendAsync(aws, "{}", now: Records.Start.AddDays(90).AddSeconds(10));

        Assert.Equal([Records.Id(12), Records.Id(11), Records.Id(10)], Lookup.Ids(answer));
    }

    [Fact]
    public async Task A_Region_that_is_not_enabled_does_not_know_the_key()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        aws.DisabledRegions.Add("ap-east-1");

        Assert.Equal("UnrecognizedClientException", Lookup.Error(await Lookup.SendAsync(aws, "{}", "ap-east-1")));
        Assert.Null(Lookup.Error(await Lookup.SendAsync(aws, "{}", "us-east-1")));
    }

    /// <summary>A whole studio, as its ledger knows it: every management event of a Region once, and no other.</summary>
    [Fact]
    public async Task The_records_of_a_studio_are_found_in_their_Regions()
    {
        await using LoopbackAws aws = await LoopbackAws.StartAsync();
        StudioTrail studio = Studio.Create(new StudioOptions { Days = 1 });
        LedgerRecord first = studio.Records[0];
        aws.AddEvents(studio.Records);
        aws.AddKey(aws.Key with { AccountId = first.AccountId });

        int found = 0, pages = 0;
        for (string body = "{}"; body.Length > 0;)
        {
            JsonElement page = await Lookup.SendAsync(aws, body, first.Region);
            foreach (JsonElement each in page.GetProperty("Events").EnumerateArray())
            {
                Assert.Equal(first.Region, JsonDocument.Parse(each.GetProperty("CloudTrailEvent").GetString()!).RootElement.GetProperty("awsRegion").GetString());
                found++;
            }

            pages++;
            body = page.TryGetProperty("NextToken", out JsonElement token) ? $$"""{"NextToken":"{{token.GetString()}}"}""" : "";
        }

        int management = studio.Records.Count(each => each.Region == first.Region && each.AccountId == first.AccountId
            && !each.Json.Contains("\"managementEvent\":false", StringComparison.Ordinal) && !each.Json.Contains("\"eventCategory\":\"Data\"", StringComparison.Ordinal)
            && !each.Json.Contains("\"eventCategory\":\"Insight\"", StringComparison.Ordinal) && !each.Json.Contains("\"eventCategory\":\"NetworkActivity\"", StringComparison.Ordinal));
        Assert.Equal(management, found);
        Assert.Equal((management + 49) / 50, pages);
    }
}
