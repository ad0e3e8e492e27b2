using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Converting;

/// <summary>Records that are at hand already, in whatever form.</summary>
public sealed class ConvertTests(ModuleHost module) : IClassFixture<ModuleHost>
{
    private const string Damaged = "LogDamaged,DeadlineTrail.Cmdlets.ConvertFromDeadlineTrailLogCommand";

    private static readonly JsonSerializerOptions _pretty = new() { WriteIndented = true };

    private static readonly JsonObject[] _records = [HandWritten.Record(1), HandWritten.Record(2, record => record["eventSource"] = "sts.amazonaws.com"), HandWritten.Record(3)];

    public static TheoryData<string, string[]> Texts()
    {
        var log = TrailFolder.Log(_records);
        var pretty = JsonNode.Parse(log)!.ToJsonString(_pretty);
        string[] lines = [.. _records.Select(record => record.ToJsonString())];
        var found = new JsonObject
        {
            ["Events"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject { ["EventId"] = "x", ["CloudTrailEvent"] = line })]),
            ["NextToken"] = "more",
        };
        return new()
        {
            { "a log whole", [log] },
            { "a log by lines", pretty.Split('\n') },
            { "a log in one text of several lines", [pretty.ReplaceLineEndings("\r\n")] },
            { "a record a line", lines },
            { "a record a line, with blank lines", [.. lines.SelectMany(line => new[] { line, "", "  " })] },
            { "pretty records one behind the other", [.. _records.SelectMany(record => record.ToJsonString(_pretty).Split('\n'))] },
            { "a list of records by lines", ["[", lines[0] + ",", lines[1], ",", lines[2], "]"] },
            { "two logs", [TrailFolder.Log([_records[0], _records[1]]), TrailFolder.Log([_records[2]])] },
            { "lookup-events", found.ToJsonString(_pretty).Split('\n') },
            { "a CloudWatch Logs export", [.. lines.Select(line => "2026-03-02T10:05:00.000Z " + line)] },
            { "with a byte order mark", ["\ufeff" + log] },
        };
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_becomes_events_in_its_own_order_of_every_service(string form, string[] texts)
    {
        Assert.NotEmpty(form);
        Assert.Equal([1, 2, 3], module.Run("$input | ConvertFrom-DeadlineTrailLog", [.. texts]).WithoutErrors().Minutes());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void So_it_does_as_an_argument(string form, string[] texts)
    {
        Assert.NotEmpty(form);
        module.Set("texts", texts);
        module.Set("list", new List<string>(texts));

        Assert.Equal([1, 2, 3], module.Run("ConvertFrom-DeadlineTrailLog -InputObject $texts").WithoutErrors().Minutes());
        Assert.Equal([1, 2, 3], module.Run("ConvertFrom-DeadlineTrailLog $list").WithoutErrors().Minutes());
    }

    [Fact]
    public void A_record_on_one_line_is_out_before_the_next_line_is_read()
    {
        module.Set("line", _records[0].ToJsonString());
        module.Set("pretty", _records[2].ToJsonString(_pretty).Split('\n'));

        // What is counted behind the conversion is asked for before it.
        var run = module.Run("$script:seen = 0; & { $line; [void]($script:before = $script:seen); $pretty; [void]($script:then = $script:seen); $line } | ConvertFrom-DeadlineTrailLog | ForEach-Object { $script:seen++ }; $before; $then; $seen").WithoutErrors();

        Assert.Equal([1, 2, 3], run.Objects);
    }

    public static TheoryData<string> ByteForms() => ["one by one", "an array", "pieces", "a list"];

    [Theory]
    [MemberData(nameof(ByteForms))]
    public void Bytes_plain_or_compressed_become_events(string form)
    {
        var plain = Encoding.UTF8.GetBytes(TrailFolder.Log(_records));
        foreach (var bytes in new[] { plain, TrailFolder.Gzip(plain), [.. Encoding.UTF8.Preamble, .. plain] })
        {
            object[] input = form switch
            {
                "an array" => [bytes],
                "pieces" => [bytes[..100], bytes[100..]],
                "a list" => [new List<byte>(bytes)],
                _ => [.. bytes.Cast<object>()],
            };
            Assert.Equal([1, 2, 3], module.Run("$input | ConvertFrom-DeadlineTrailLog", input).WithoutErrors().Minutes());
        }
    }

    [Fact]
    public void What_Find_CTEvent_gives_becomes_events_with_the_time_of_the_record()
    {
        var found = _records.Select(record =>
        {
            var each = new PSObject();
            each.Properties.Add(new PSNoteProperty("EventTime", DateTime.UnixEpoch));
            each.Properties.Add(new PSNoteProperty("Username", "somebody"));
            each.Properties.Add(new PSNoteProperty("CloudTrailEvent", record.ToJsonString()));
            return (object)each;
        });

        var run = module.Run("$input | ConvertFrom-DeadlineTrailLog", [.. found]).WithoutErrors();

        Assert.Equal([1, 2, 3], run.Minutes());
        Assert.Equal(HandWritten.Time(1), run.Output[0].Value("EventTimeUtc"));
    }

    [Fact]
    public void Events_pass_through_as_they_are()
    {
        module.Set("text", TrailFolder.Log(_records));

        Assert.Equal(
            [true, true, true],
            module.Run("$all = $text | ConvertFrom-DeadlineTrailLog; $n = 0; $all | ConvertFrom-DeadlineTrailLog | ForEach-Object { [object]::ReferenceEquals($_, $all[$n++]) }").WithoutErrors().Objects);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("@()")]
    [InlineData("''")]
    [InlineData("'', '  '")]
    [InlineData("'{\"Records\":[]}'")]
    [InlineData("[byte[]]@()")]
    public void Nothing_becomes_nothing(string nothing) => Assert.Empty(module.Run($"{nothing} | ConvertFrom-DeadlineTrailLog").WithoutErrors().Output);

    [Fact]
    public void A_file_is_an_error_that_names_the_cmdlet_for_it()
    {
        var error = module.Run("$input | ConvertFrom-DeadlineTrailLog", new FileInfo("any.json")).Errors.Single();

        Assert.Equal("InputNotALog,DeadlineTrail.Cmdlets.ConvertFromDeadlineTrailLogCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Get-DeadlineTrailEvent", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[pscustomobject]@{ Name = 1 }")]
    [InlineData("[pscustomobject]@{ CloudTrailEvent = 5 }")]
    [InlineData("[pscustomobject]@{ Raw = 'not a record' }")]
    [InlineData("@{ Name = 1 }")]
    public void What_holds_no_record_is_an_error_and_the_rest_is_read(string alien)
    {
        module.Set("line", _records[0].ToJsonString());
        var run = module.Run($"{alien}, $line | ConvertFrom-DeadlineTrailLog");

        Assert.Equal([1], run.Minutes());
        Assert.Equal("InputNotALog,DeadlineTrail.Cmdlets.ConvertFromDeadlineTrailLogCommand", run.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidType, run.Errors.Single().CategoryInfo.Category);
    }

    [Fact]
    public void Damaged_text_is_an_error_with_its_place_in_all_of_it_and_the_rest_is_read()
    {
        var bad = "{\"eventVersion\":\"1.11\",\"eventTime\":}";
        string[] lines = [_records[0].ToJsonString(), bad, _records[2].ToJsonString()];

        var run = module.Run("$input | ConvertFrom-DeadlineTrailLog", [.. lines]);

        Assert.Equal([1, 3], run.Minutes());
        var error = run.Errors.Single();
        Assert.Equal(Damaged, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal((long)Encoding.UTF8.GetByteCount(lines[0] + "\n" + bad[..^1]), error.TargetObject);
    }

    [Fact]
    public void Text_that_ends_too_soon_is_an_error() =>
        Assert.Equal(Damaged, module.Run("'{\"Records\":[', '{\"eventVersion\":\"1.11\",' | ConvertFrom-DeadlineTrailLog").Errors[0].FullyQualifiedErrorId);

    [Fact]
    public void What_is_not_CloudTrail_is_told_and_passed_over()
    {
        var run = module.Run("'{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\"}' | ConvertFrom-DeadlineTrailLog -Verbose").WithoutErrors();

        Assert.Empty(run.Output);
        Assert.Contains(run.Verbose, message => message.Contains("Not CloudTrail", StringComparison.Ordinal));
    }
}
