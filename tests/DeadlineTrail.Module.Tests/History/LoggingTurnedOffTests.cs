using System;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Module.Tests.History;

/// <summary>
/// In the samples nobody turned logging off, so what docs/questions.md asks about it finds nothing there. Here it has
/// something to find, in the trail of a studio.
/// </summary>
public sealed class LoggingTurnedOffTests(ModuleHost module) : IClassFixture<ModuleHost>
{
    private const string Sought = "Was logging turned off?";

    [Fact]
    public void The_question_finds_whoever_turned_logging_off_and_nothing_else()
    {
        using var folder = new TrailFolder();
        Studio.Create(new StudioOptions { Days = 1, Artists = 1, Workers = 1 }).WriteTo(folder.Path);
        folder.Write(
            "AWSLogs/111122223333/CloudTrail/us-west-2/2026/03/02/111122223333_CloudTrail_us-west-2_20260302T1030Z_0123456789abcdef.json.gz",
            Call(1, "StopLogging", "name"),
            Call(2, "StartLogging", "name"),
            Call(3, "PutEventSelectors", "trailName"),
            Call(4, "UpdateTrail", "name"),
            Call(5, "DeleteTrail", "name"),
            Call(6, "GetTrailStatus", "name"),
            Call(7, "StopLogging", "name", record => record["errorCode"] = "AccessDenied"),
            Call(8, "StopLogging", "name", record => record["eventSource"] = "example.amazonaws.com"),
            HandWritten.Record(9));

        var run = Ask(folder.Path);

        // Tried and refused is worth knowing too.
        Assert.Equal([7, 5, 4, 3, 1], run.Minutes());
        Assert.Equal(["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors", "StopLogging"], run.Output.Select(each => each.Value("EventName")));
        Assert.Equal([false, true, true, true, true], run.Output.Select(each => each.Value("Succeeded")));
        Assert.All(run.Output, each => Assert.Equal("mia", each.Value("ActorName")));
    }

    private ModuleRun Ask(string path)
    {
        var command = Assert.Single(new QuestionPage().Questions.Single(question => question.Text == Sought).Commands);
        Assert.Contains(" -Path docs/samples ", command, StringComparison.Ordinal);
        module.Set("studio", path);
        return module.Run(command.Replace(" -Path docs/samples ", " -Path $studio ", StringComparison.Ordinal)).WithoutErrors();
    }

    private static JsonObject Call(int minute, string name, string parameter, Action<JsonObject>? change = null) => HandWritten.Record(minute, record =>
    {
        record["eventSource"] = "cloudtrail.amazonaws.com";
        record["eventName"] = name;
        record["requestParameters"] = new JsonObject { [parameter] = "studio-trail" };
        change?.Invoke(record);
    });
}
