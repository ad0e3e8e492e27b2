using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Parsing;
using DeadlineTrail.SignIns;
using Xunit;

namespace DeadlineTrail.Core.Tests.SignIns;

/// <summary>Calls that came from no file are held in memory, and not without an end.</summary>
public sealed class HeldCallsTests
{
    [Fact]
    public void Calls_beyond_what_is_held_are_counted_and_said_to_be_missing()
    {
        var calls = new[] { "c1", "c2", "c3" }.Select((id, at) => Call(id, $"09:0{at}:00")).ToList();
        var held = new HeldCalls(2);
        var activity = new CallActivity(CallerIdentity.Of(calls[0].Actor), held);
        calls.ForEach(call => activity.Add(call, isWanted: false));

        var given = new List<string>();
        var missing = Assert.Throws<IOException>(() =>
        {
            foreach (var call in new SessionCalls([activity], SessionCalls.FromFiles))
            {
                given.Add(call.EventId!);
            }
        });

        Assert.Equal(3, activity.Count);
        Assert.Equal([ScenarioSignIn.EventId("c1"), ScenarioSignIn.EventId("c2")], given);
        Assert.StartsWith("1 call(s)", missing.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_let_go_makes_room()
    {
        var call = Call("c1", "09:00:00");
        var held = new HeldCalls(1);
        var nobody = new CallActivity(CallerIdentity.Of(call.Actor), held);
        nobody.Add(call, isWanted: false);
        nobody.LetGo();

        var somebody = new CallActivity(CallerIdentity.Of(call.Actor), held);
        somebody.Add(call, isWanted: false);

        Assert.Equal(0, somebody.NotHeld);
        Assert.Single(somebody.WithoutPath!);
    }

    private static TrailEvent Call(string id, string time) => SingleRecord.Parse(
        ScenarioSignIn.Complete(new JsonObject { ["id"] = id, ["time"] = time, ["kind"] = "Call", ["user"] = "ana", ["key"] = "g1" }).ToJsonString(), null, 0, false, false)!;
}
