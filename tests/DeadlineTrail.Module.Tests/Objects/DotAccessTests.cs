using System;
using System.Linq;
using System.Text.Json.Nodes;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Objects;

/// <summary>The free-form parts of a record, as a script reaches them.</summary>
public sealed class DotAccessTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();

    public DotAccessTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write("log.json", HandWritten.Record(1, record =>
        {
            record["requestParameters"] = JsonNode.Parse("""
                {
                  "displayName": "Lighting",
                  "Tagging": "upper", "tagging": "lower",
                  "onlyLower": "found",
                  "createdAt": "2026-03-02T10:00:00Z", "localDate": "Jul 10, 2023, 12:07:59 PM",
                  "whole": 9007199254740993, "fraction": 0.1, "exact": 1.10, "tiny": 9.82222E-5, "huge": 123456789012345678901234567890123456789,
                  "yes": true, "no": false, "nothing": null, "empty": {}, "none": [], "blank": "",
                  "list": [1, [2, [3]], {"deep": {"er": "bottom"}}],
                  "http://schemas/claims/name": "url",
                  "Count": "many", "Keys": "iron", "Values": "moral", "psobject": "shadow", "pstypenames": "names", "Item": "thing", "Length": "long", "": "no name",
                  "hidden": "HIDDEN_DUE_TO_SECURITY_REASONS"
                }
                """);
            record["additionalEventData"] = JsonNode.Parse("""{"a-b":{"c":[{"d":1}]}}""");
            record["responseElements"] = "a text, as some services write";
            record["someFieldOfNextYear"] = JsonNode.Parse("""{"new":[1]}""");
        })));
        _module.Run("$e = Get-DeadlineTrailEvent $log; $r = $e.RequestParameters").WithoutErrors();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("$e.RequestParameters.displayName", "Lighting")]
    [InlineData("$r.Tagging", "upper")]
    [InlineData("$r.tagging", "lower")]
    [InlineData("$r.TAGGING", "upper")]
    [InlineData("$r.OnlyLOWER", "found")]
    [InlineData("$r['tagging']", "lower")]
    [InlineData("$r.createdAt", "2026-03-02T10:00:00Z")]
    [InlineData("$r.localDate", "Jul 10, 2023, 12:07:59 PM")]
    [InlineData("$r.whole", 9007199254740993L)]
    [InlineData("$r.yes", true)]
    [InlineData("$r.no", false)]
    [InlineData("$r.nothing", null)]
    [InlineData("$r.blank", "")]
    [InlineData("$r.noSuchMember", null)]
    [InlineData("$r.noSuchMember.deeper", null)]
    [InlineData("[string]$r.huge.ToString()", "123456789012345678901234567890123456789")]
    [InlineData("$r.list[0]", 1L)]
    [InlineData("$r.list[1][1][0]", 3L)]
    [InlineData("$r.list[2].deep.er", "bottom")]
    [InlineData("$r.list.Count", 3)]
    [InlineData("$r.'http://schemas/claims/name'", "url")]
    [InlineData("$r.Count", "many")]
    [InlineData("$r.Keys", "iron")]
    [InlineData("$r.Values", "moral")]
    [InlineData("$r['psobject']", "shadow")]
    [InlineData("$r['pstypenames']", "names")]
    [InlineData("$r.Item", "thing")]
    [InlineData("$r.Length", "long")]
    [InlineData("$r['']", "no name")]
    [InlineData("$r.hidden", "HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("$e.AdditionalEventData.'a-b'.c[0].d", 1L)]
    [InlineData("$e.ResponseElements", "a text, as some services write")]
    [InlineData("$e.ServiceEventDetails", null)]
    [InlineData("$e.Record.someFieldOfNextYear.new[0]", 1L)]
    [InlineData("$e.Record.userIdentity.userName", "mia")]
    public void A_member_is_reached_by_its_name(string expression, object? value)
    {
        // In an array, so that null is an answer and a list one object.
        var answer = (object?[])_module.Run($"$x = [object[]]::new(1); $x[0] = {expression}; , $x").WithoutErrors().Objects.Single();

        Assert.Equal(value, answer[0] is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : answer[0]);
    }

    [Theory]
    [InlineData("$r.fraction + 0.2d -eq 0.3d")]
    [InlineData("$r.exact -is [decimal] -and \"$($r.exact)\" -eq '1.10'")]
    [InlineData("$r.tiny -eq 9.82222E-5d")]
    [InlineData("$r.Contains('displayName') -and -not $r.Contains('display')")]
    [InlineData("$r.none -is [array] -and $r.none.Count -eq 0")]
    [InlineData("\"$($r.empty)\" -eq '{}'")]
    [InlineData("\"$($r.list[2])\" -ceq '{\"deep\":{\"er\":\"bottom\"}}'")]
    [InlineData("$e.HiddenFields -contains 'requestParameters.hidden'")]
    [InlineData("($e | Where-Object { $_.RequestParameters.displayName -like 'Light*' }) -ne $null")]
    [InlineData("@($r.GetEnumerator()).Length -eq @($r.get_Keys()).Length")]
    public void A_script_can_count_on_it(string condition) => Assert.Equal(true, _module.Run(condition).WithoutErrors().Objects.Single());

    [Fact]
    public void Nothing_of_a_record_can_be_changed()
    {
        Assert.NotEmpty(_module.Run("$r['displayName'] = 'x'").Errors);
        Assert.NotEmpty(_module.Run("$r.Remove('displayName')").Errors);
        Assert.Equal("Lighting", _module.Run("$r.displayName").WithoutErrors().Objects.Single());
    }

    [Fact]
    public void The_text_of_the_record_stays_to_the_letter()
    {
        var record = """{ "eventVersion" : "1.11",  "eventTime":"2026-03-02T10:01:00Z", "eventSource":"deadline.amazonaws.com","eventName":"GetFarm", "x": "\u00e9\/", "userIdentity": {"type":"Root"} }""";
        _module.Set("exact", _folder.Write("exact.json", "[" + record + "]"));

        Assert.Equal(record, _module.Run("(Get-DeadlineTrailEvent $exact).Raw").WithoutErrors().Objects.Single());
    }
}
