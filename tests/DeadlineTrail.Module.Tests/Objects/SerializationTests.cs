using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Objects;

/// <summary>Events through jobs, remoting and CliXml, which all write the same XML.</summary>
public sealed class SerializationTests : IClassFixture<ModuleHost>, IDisposable
{
    private readonly ModuleHost _module;
    private readonly TrailFolder _folder = new();
    private readonly string _xml;

    public SerializationTests(ModuleHost module)
    {
        _module = module;
        _module.Set("log", _folder.Write("log.json", HandWritten.Record(1, record => record["errorCode"] = "AccessDenied"), HandWritten.Record(2)));
        _module.Run("$all = @(Get-DeadlineTrailEvent $log); $e = $all[1]").WithoutErrors();
        _xml = (string)_module.Run("[System.Management.Automation.PSSerializer]::Serialize($e)").WithoutErrors().Objects.Single();
        _module.Set("xml", _xml);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_the_module_is_loaded_it_is_an_event_again()
    {
        var run = _module.Run("$back = [System.Management.Automation.PSSerializer]::Deserialize($xml); $back").WithoutErrors();

        Assert.Equal("DeadlineTrail.TrailEvent", run.Objects.Single().GetType().FullName);
        foreach (var property in Properties("$e").Where(name => name is not ("Actor" or "Client" or "Origin" or "Record" or "Resources" or "TlsDetails")))
        {
            Assert.Equal($"{Value("$e", property)}", $"{Value("$back", property)}");
        }

        Assert.Equal("Lighting", _module.Run("$back.RequestParameters.displayName").WithoutErrors().Objects.Single());
        Assert.Equal([1], _module.Run("$back | Get-DeadlineTrailEvent -Denied").WithoutErrors().Minutes());
        Assert.Contains(_folder["log.json"], _module.Run("\"$($back.Origin)\"").WithoutErrors().Objects.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_the_flat_properties_are_there_and_what_was_a_flag_is_one()
    {
        // A runspace without the module has no table of its types.
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var elsewhere = PowerShell.Create(runspace);
        var back = elsewhere.AddScript("param($xml) [System.Management.Automation.PSSerializer]::Deserialize($xml)").AddArgument(_xml).Invoke().Single();

        Assert.Equal("Deserialized.DeadlineTrail.TrailEvent", back.TypeNames[0]);
        Assert.Equal(HandWritten.Utc(1).ToLocalTime(), back.Value("EventTime"));
        Assert.Equal("2026-03-02T10:01:00Z", back.Value("EventTimeUtc"));
        Assert.Equal(false, back.Value("Succeeded"));
        Assert.Equal(true, back.Value("IsDenied"));
        Assert.Equal("IamUser", back.Value("ActorKind"));
        Assert.Equal("Management", back.Value("EventClass"));
        Assert.Equal(HandWritten.Queue, back.Value("QueueId"));
        Assert.StartsWith("{", (string)back.Value("Raw")!, StringComparison.Ordinal);
        Assert.Equal("Raw", back.Properties.Where(property => property.MemberType == PSMemberTypes.NoteProperty || property.MemberType == PSMemberTypes.Property).Last().Name);
    }

    [Fact]
    public void What_came_from_elsewhere_becomes_an_event_with_its_origin()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var elsewhere = PowerShell.Create(runspace);
        var taken = elsewhere.AddScript("param($xml) [System.Management.Automation.PSSerializer]::Deserialize($xml)").AddArgument(_xml).Invoke().Single();
        var back = _module.Run("$input | ConvertFrom-DeadlineTrailLog", taken).WithoutErrors().Output.Single();

        Assert.Equal("DeadlineTrail.TrailEvent", back.BaseObject.GetType().FullName);
        Assert.Equal(_folder["log.json"], back.Value("OriginPath"));
        Assert.Equal(1L, back.Value("OriginRecord"));
    }

    [Fact]
    public void Every_flat_property_is_written()
    {
        var simple = Properties("$e").Where(name => Value("$e", name) is not (null or IDictionary or IList) && name is not ("Actor" or "Client" or "Origin"));

        Assert.All(simple, name => Assert.Contains($" N=\"{name}\"", _xml, StringComparison.Ordinal));
    }

    [Fact]
    public void A_summary_for_tables_and_csv_names_properties_that_exist()
    {
        var summary = (PSPropertySet)_module.Run("$e.PSObject.Members['Summary']").WithoutErrors().Objects.Single();
        var properties = Properties("$e");

        Assert.Contains("EventTime", summary.ReferencedPropertyNames);
        Assert.DoesNotContain("Raw", summary.ReferencedPropertyNames);
        Assert.Subset(properties.ToHashSet(), summary.ReferencedPropertyNames.ToHashSet());
    }

    [Fact]
    public void No_property_is_an_enumeration() =>
        Assert.DoesNotContain(Properties("$e").Concat(Properties("$e.Actor").Select(name => "Actor." + name)), name => Value("$e", name) is Enum);

    [Fact]
    public void The_exact_text_comes_last() => Assert.Equal("Raw", Properties("$e")[^1]);

    private string[] Properties(string expression) => [.. _module.Run($"({expression}).PSObject.Properties | Where-Object MemberType -eq Property | ForEach-Object Name").WithoutErrors().Objects.Cast<string>()];

    private object? Value(string variable, string property) => _module.Run($"{variable}.{property}").WithoutErrors().Output is [var first, ..] ? first?.BaseObject : null;
}
