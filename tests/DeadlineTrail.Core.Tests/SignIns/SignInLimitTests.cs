using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Parsing;
using DeadlineTrail.SignIns;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>Where a session ends: what it may hold, and what can be known of it by now.</summary>
public sealed class SignInLimitTests
{
    [Theory]
    [InlineData(64, 1, 64, true)]
    [InlineData(65, 1, 64, false)]
    [InlineData(40, 2, 64, false)]
    [InlineData(32, 2, 64, true)]
    public void More_than_64_addresses_are_said_to_be_incomplete(int addressesOfKey, int keys, int shown, bool areComplete)
    {
        var records = new List<JsonObject>();
        for (var key = 0; key < keys; key++)
        {
            records.Add(Grant($"g{key}", $"09:0{key}:00"));
            records.AddRange(Enumerable.Range(0, addressesOfKey).Select(at => new JsonObject
            {
                ["id"] = $"c{key}{at:d2}", ["time"] = $"09:1{key}:00", ["kind"] = "Call", ["user"] = "ana", ["key"] = $"g{key}", ["address"] = $"198.51.{100 + key}.{at}",
            }));
        }

        var session = Assert.Single(Answer(new SignInQuery(), records));

        Assert.Equal(shown, session.CallAddresses.Count);
        Assert.Equal(areComplete, session.AddressesAreComplete);
        Assert.Equal(addressesOfKey * keys, session.CallCount);
    }

    /// <summary>The credentials of 09:00 are good until 09:15.</summary>
    [Theory]
    [InlineData("09:14:59", null, null)]
    [InlineData("09:15:00", null, "2026-03-02T09:15:00Z")]
    [InlineData("10:00:00", "09:14:59", null)]
    [InlineData("10:00:00", "09:15:00", "2026-03-02T09:15:00Z")]
    public void A_session_that_may_still_go_on_has_no_end(string now, string? endOfRange, string? end)
    {
        var query = new SignInQuery
        {
            KnownToTicks = SignInScenario.Time(now).Ticks,
            EndTicks = endOfRange is null ? long.MaxValue : SignInScenario.Time(endOfRange).Ticks,
        };

        Assert.Equal(end, Assert.Single(Answer(query, [Grant("g0", "09:00:00")])).EndTimeUtc);
    }

    private static JsonObject Grant(string id, string time) => new() { ["id"] = id, ["time"] = time, ["kind"] = "AssumeRole", ["user"] = "ana" };

    private static IReadOnlyList<SignIn> Answer(SignInQuery query, IEnumerable<JsonObject> records)
    {
        var collector = new SignInCollector(query, isNewestFirst: false);
        foreach (var record in records)
        {
            collector.Add(SingleRecord.Parse(ScenarioSignIn.Complete(record).ToJsonString(), null, 0, false, false)!);
        }

        return SignInAnswer.Of(collector).SignIns;
    }
}
