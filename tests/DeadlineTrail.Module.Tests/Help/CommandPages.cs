using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Help.Model;
using DeadlineTrail.Help.Pages;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>The module, its pages and what Get-Help shows, for tests that hold them against each other.</summary>
public sealed class CommandPages : IDisposable
{
    private readonly ModuleHost _module = new();
    private readonly Dictionary<string, CommandHelp> _pages = Documents.CommandPages.Select(CommandPage.Read).ToDictionary(page => page.Name);

    internal IReadOnlyCollection<string> PageNames => _pages.Keys;

    internal IReadOnlyList<CmdletInfo> Cmdlets =>
        [.. _module.Run("Get-Command -Module DeadlineTrail").WithoutErrors().Objects.Cast<CmdletInfo>()];

    internal ModuleHost Module => _module;

    /// <summary>The names of all cmdlets that have a page, for theories; a test holds that these are all.</summary>
    public static TheoryData<string> Names() => [.. Documents.CommandPages.Select(path => System.IO.Path.GetFileNameWithoutExtension(path))];

    internal CommandHelp Page(string name) => _pages[name];

    internal CmdletInfo Cmdlet(string name) => Cmdlets.Single(cmdlet => cmdlet.Name == name);

    /// <summary>What Get-Help gives.</summary>
    internal PSObject Help(string name)
    {
        _module.Set("name", name);
        return _module.Run("Get-Help -Name $name -Full").WithoutErrors().Output.Single();
    }

    /// <summary>The parameters a cmdlet has of its own.</summary>
    internal static IEnumerable<ParameterMetadata> Own(CmdletInfo cmdlet) =>
        cmdlet.Parameters.Values.Where(parameter => !Cmdlet_CommonParameters.Contains(parameter.Name));

    public void Dispose() => _module.Dispose();

    private static HashSet<string> Cmdlet_CommonParameters { get; } = [.. System.Management.Automation.Cmdlet.CommonParameters];
}
