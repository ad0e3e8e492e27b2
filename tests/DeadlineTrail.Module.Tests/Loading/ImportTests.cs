using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Module.Tests.Trails;
using Xunit;

namespace DeadlineTrail.Module.Tests.Loading;

/// <summary>The module comes, goes and comes again.</summary>
public sealed class ImportTests : IDisposable
{
    private static readonly string[] _cmdlets =
    [
        "Complete-DeadlineTrailBookmark",
        "ConvertFrom-DeadlineTrailLog",
        "Get-DeadlineResourceHistory",
        "Get-DeadlineSignIn",
        "Get-DeadlineTrailAction",
        "Get-DeadlineTrailEvent",
        "Get-DeadlineTrailSource",
        "Measure-DeadlineTrailEvent",
        "Test-DeadlineTrailSource",
    ];

    private readonly ModuleHost _module = new();
    private readonly TrailFolder _folder = new();

    public ImportTests() => _module.Set("log", _folder.Write("log.json", HandWritten.Record(1)));

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_brings_its_cmdlets_and_nothing_else()
    {
        Assert.Equal(_cmdlets, _module.Run("Get-Command -Module DeadlineTrail").WithoutErrors().Objects.Cast<CommandInfo>().Select(command => command.Name).Order());
        Assert.Equal(0, _module.Run("$m = Get-Module DeadlineTrail; $m.ExportedAliases.Count + $m.ExportedFunctions.Count + $m.ExportedVariables.Count").WithoutErrors().Objects.Single());
    }

    [Fact]
    public void Its_types_can_be_named_before_any_of_its_cmdlets_has_run()
    {
        // In a session of its own: no cmdlet has run in it.
        Assert.Equal(
            ["DeadlineTrail.TrailEvent", "DeadlineTrail.Actor", "Worker"],
            _module.Run("[DeadlineTrail.TrailEvent].FullName; [DeadlineTrail.Actor].FullName; [DeadlineTrail.ActorKinds]::Worker").WithoutErrors().Objects);
    }

    [Fact]
    public void It_can_be_imported_over_itself()
    {
        _module.Run("Import-Module $__manifest -Force; Import-Module $__manifest -Force").WithoutErrors();

        AssertWorks(_module);
    }

    [Fact]
    public void It_can_be_removed_and_comes_back()
    {
        _module.Run("$kept = Get-DeadlineTrailEvent $log; Remove-Module DeadlineTrail").WithoutErrors();
        Assert.Equal("CommandNotFoundException", _module.Run("Get-DeadlineTrailEvent $log").Errors.Single().FullyQualifiedErrorId);
        Assert.Equal("UpdateQueue", _module.Run("$kept.EventName").WithoutErrors().Objects.Single());
        Assert.Null(_module.Run("$kept.ShownEvent").WithoutErrors().Output.SingleOrDefault()?.BaseObject);

        _module.Run("Import-Module $__manifest").WithoutErrors();

        AssertWorks(_module);
        Assert.Equal([1], _module.Run("$kept | Get-DeadlineTrailEvent").WithoutErrors().Minutes());
    }

    [Fact]
    public async Task Two_sessions_use_it_at_once()
    {
        using var other = new ModuleHost();
        other.Set("log", _folder["log.json"]);

        await Task.WhenAll(Task.Run(() => Repeat(_module)), Task.Run(() => Repeat(other)));

        other.Run("Remove-Module DeadlineTrail").WithoutErrors();
        AssertWorks(_module);

        void Repeat(ModuleHost session)
        {
            for (var time = 0; time < 5; time++)
            {
                AssertWorks(session);
                session.Run("Remove-Module DeadlineTrail; Import-Module $__manifest").WithoutErrors();
            }
        }
    }

    [Fact]
    public void It_works_where_scripts_may_use_only_part_of_the_language()
    {
        using var constrained = new ModuleHost(PSLanguageMode.ConstrainedLanguage);
        constrained.Set("log", _folder["log.json"]);

        Assert.Equal(PSLanguageMode.ConstrainedLanguage, constrained.Run("$ExecutionContext.SessionState.LanguageMode").Objects.Single());
        AssertWorks(constrained);
        Assert.Equal("Lighting", constrained.Run("(Get-DeadlineTrailEvent $log).RequestParameters.displayName").WithoutErrors().Objects.Single());
        Assert.Equal([1], constrained.Run("(Get-DeadlineTrailEvent $log).Raw | ConvertFrom-DeadlineTrailLog").WithoutErrors().Minutes());
        Assert.Contains("Event       : UpdateQueue", constrained.Format("Get-DeadlineTrailEvent $log | Format-List"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-DeadlineTrailEvent")]
    [InlineData("ConvertFrom-DeadlineTrailLog")]
    [InlineData("Get-DeadlineTrailAction")]
    public void Help_knows_how_it_is_called(string cmdlet)
    {
        var help = _module.Format("Get-Help " + cmdlet, width: 400);

        Assert.Contains(cmdlet + " [", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-Help cannot find", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cmdlet_says_what_it_gives() =>
        Assert.Equal(
            [
                "System.Void",
                "DeadlineTrail.TrailEvent",
                "DeadlineTrail.ResourceHistoryEntry",
                "DeadlineTrail.SignIn",
                "DeadlineTrail.TrailAction",
                "DeadlineTrail.TrailEvent",
                "DeadlineTrail.TrailSource",
                "DeadlineTrail.TrailMeasure",
                "DeadlineTrail.TrailSourceCheck",
            ],
            _module.Run("Get-Command -Module DeadlineTrail").WithoutErrors().Objects.Cast<CmdletInfo>().OrderBy(command => command.Name, StringComparer.Ordinal).Select(command => command.OutputType.Single().Name));

    private static void AssertWorks(ModuleHost session)
    {
        Assert.Equal([1], session.Run("Get-DeadlineTrailEvent $log").WithoutErrors().Minutes());
        Assert.Contains("UpdateQueue", session.Format("Get-DeadlineTrailEvent $log"), StringComparison.Ordinal);
        Assert.NotEmpty(session.Run("Get-DeadlineTrailAction Create*").WithoutErrors().Output);
    }
}
