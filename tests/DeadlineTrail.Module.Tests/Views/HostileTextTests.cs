using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Stopping;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Views;

/// <summary>
/// Whoever may call the API writes into the log, and a terminal obeys what it is sent. So it is shown, not sent; what a
/// script reads stays as it was.
/// </summary>
public sealed class HostileTextTests : IClassFixture<ModuleHost>, IDisposable
{
    // Colour, window title, hyperlink, 8-bit CSI, cursor, bell, backspace, bidi overrides, zero width, line breaks of all kinds, a lone surrogate.
    private const string Evil = "\u001b[31mred\u001b]0;title\u0007\u001b]8;;http://x.example\u001b\\link\u009b2J\u0008\u007f\u202egnp\u2066\u200b\u2028\u2029\u0085\r\n\t\u000b\u00ad\ufeff=cmd|' /C calc'!A0";

    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public HostileTextTests(ModuleHost module)
    {
        _module = module;
        _module.Set("evil", Evil);
        _module.Set("log", _folder.Write("l\u202eog.json", HandWritten.Record(1, Poison), HandWritten.Record(2, record =>
        {
            record["requestParameters"]!["displayName"] = new string('w', 5000);
            record["userAgent"] = new string('u', 5000);
            record["userIdentity"]!["userName"] = new string('n', 5000);
        })));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Get-DeadlineTrailEvent $log -EventSource *", 120)]
    [InlineData("Get-DeadlineTrailEvent $log -EventSource *", 80)]
    [InlineData("Get-DeadlineTrailEvent $log -EventSource * | Format-List", 120)]
    [InlineData("Get-DeadlineTrailEvent $log -EventSource * | Format-List", 80)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Actor", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Client", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Origin", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Resources", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).RequestParameters", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Record", 120)]
    [InlineData("(Get-DeadlineTrailEvent $log -EventSource *).Record.userIdentity", 80)]
    public void Nothing_from_a_log_reaches_the_terminal_as_it_is(string script, int width)
    {
        var text = _module.Format(script, width);

        Assert.DoesNotContain(text, IsHarmful);
        Assert.Contains("\\u", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Long_text_does_not_push_the_rest_away() =>
        Assert.Equal(2, _module.Format("Get-DeadlineTrailEvent $log -EventSource *").Split('\n').Count(line => line.EndsWith("OK", StringComparison.Ordinal) || line.EndsWith("Denied", StringComparison.Ordinal) || line.Contains("\\u001b", StringComparison.Ordinal)));

    [Theory]
    [InlineData("$e.UserAgent")]
    [InlineData("$e.ErrorMessage")]
    [InlineData("$e.ActorName")]
    [InlineData("$e.RequestParameters.displayName")]
    [InlineData("$e.Record.requestParameters.displayName")]
    public void A_script_reads_what_was_written(string expression) =>
        Assert.Equal(Evil, _module.Run($"$e = Get-DeadlineTrailEvent $log -EventSource * -Failed; {expression}").WithoutErrors().Objects.Single());

    public static TheoryData<string> Complaints() =>
    [
        "Get-DeadlineTrailEvent -LiteralPath $evil",
        "Get-DeadlineTrailEvent -Path ('Env:' + $evil.Replace('*', ''))",
        "Get-DeadlineTrailEvent -Path $damaged -Verbose",
        "Get-DeadlineTrailEvent -Path $foreign -Verbose",
        "Get-DeadlineTrailEvent -Path $log -ActorKind $evil",
        "Get-DeadlineTrailEvent -Path $log -AccountId $evil",
        "Get-DeadlineTrailEvent -Path $log -Access $evil",
        "Get-DeadlineTrailEvent -Path $log -Last $evil",
        "Get-DeadlineTrailEvent -Path $log -SourceIPAddress ($evil + '/8')",
        "Get-DeadlineTrailEvent -Path $log -FarmId ('queue-' + $evil)",
        "[pscustomobject]@{ QueueId = 'farm-' + $evil } | Get-DeadlineTrailEvent -Path $log",
        "Get-DeadlineTrailEvent -Path $log -Actor $evil -Verbose",
        "Get-DeadlineTrailEvent -Path $twins -Verbose",
        "$evil | ConvertFrom-DeadlineTrailLog",
        "'{\"version\":\"0\",\"source\":\"' + ($evil -replace '[^\\w]') + '\",\"detail\":{}}' | ConvertFrom-DeadlineTrailLog -Verbose",
        "[pscustomobject]@{ Name = $evil } | ConvertFrom-DeadlineTrailLog",
        "Get-DeadlineTrailAction -Name ($evil -replace '[\\[\\]]')",
    ];

    [Theory]
    [MemberData(nameof(Complaints))]
    public void Nor_does_it_through_errors_warnings_and_verbose_messages(string script)
    {
        _module.Set("damaged", _folder.Write("dam\u202eaged\u200b.json", [.. "{\"Records\":["u8, .. Encoding.UTF8.GetBytes(Evil)]));
        _module.Set("foreign", _folder.Write("for\u202eeign.json", TrailFolder.Log([HandWritten.Record(1, record => record["eventSource"] = "aws:s3")])));
        _module.Set("twins", _folder.Write("twins.json", HandWritten.Record(1, record => record["eventID"] = Evil), HandWritten.Record(1, record =>
        {
            record["eventID"] = Evil;
            record["userAgent"] = "another";
        })));

        var run = _module.Run(script);
        var said = run.Errors.SelectMany(error => new[] { Message(error), error.CategoryInfo.ToString(), error.ErrorDetails?.Message ?? "" })
            .Concat(run.Warnings).Concat(run.Verbose).ToList();

        Assert.NotEmpty(said);
        Assert.All(said, text => Assert.DoesNotContain(text, IsHarmful));
    }

    [NamedPipeFact]
    public void Nor_does_it_through_the_progress_of_a_long_read()
    {
        var path = _folder["pi\u202epe\u001b[31m\u0007.json"];
        var pipe = new NamedPipe(path);
        _module.Set("pipe", path);
        using var running = _module.Start("Get-DeadlineTrailEvent -LiteralPath $log, $pipe -EventSource *");
        running.WaitForProgress();
        pipe.Release(Encoding.UTF8.GetBytes(TrailFolder.Log([HandWritten.Record(3, Poison)])));

        var run = running.Finish().WithoutErrors();

        Assert.Equal(3, run.Output.Count);
        Assert.NotEmpty(run.Progress);
        Assert.All(run.Progress.SelectMany(each => new[] { each.Activity, each.StatusDescription, each.CurrentOperation ?? "" }), text => Assert.DoesNotContain(text, IsHarmful));
    }

    // The engine's own binding errors quote the argument themselves, before ours is asked; ours is what follows.
    private static string Message(System.Management.Automation.ErrorRecord error) =>
        error.Exception is System.Management.Automation.ParameterBindingException { InnerException: { } inner } ? inner.Message : error.Exception.Message;

    private static bool IsHarmful(char character) => character != '\n' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static void Poison(JsonObject record)
    {
        foreach (var name in new[] { "userAgent", "errorCode", "errorMessage", "sourceIPAddress", "eventName", "eventSource", "awsRegion", "recipientAccountId", "requestID" })
        {
            record[name] = Evil;
        }

        record["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["userName"] = Evil, ["arn"] = Evil, ["accessKeyId"] = Evil, ["invokedBy"] = Evil };
        record["requestParameters"] = new JsonObject { ["displayName"] = Evil, [Evil] = Evil, ["Shown"] = Evil, ["nested"] = new JsonObject { [Evil] = new JsonArray(Evil) } };
        record["responseElements"] = new JsonObject { [Evil] = 1 };
        record["additionalEventData"] = Evil;
        record["resources"] = new JsonArray(new JsonObject { ["ARN"] = Evil, ["type"] = Evil });
    }
}
