using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Security.Cryptography;
using DeadlineTrail.Module.Tests.Architecture;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>What is in a package, as whoever installs it finds it.</summary>
public class PackageTests(PackedModule package) : IClassFixture<PackedModule>
{
    [Fact]
    public void PowerShell_accepts_the_manifest()
    {
        using var session = new ModuleHost();
        session.Set("path", package["DeadlineTrail.psd1"]);

        var run = session.Run("Test-ModuleManifest $path").WithoutErrors();

        Assert.Empty(run.Warnings);
        var module = Assert.IsType<PSModuleInfo>(Assert.Single(run.Objects));
        Assert.Equal(new Version(5, 1), module.PowerShellVersion);
        Assert.Equal(new Version(4, 7, 2), module.DotNetFrameworkVersion);
        Assert.Equal(["Core", "Desktop"], module.CompatiblePSEditions.Order());
        Assert.Equal("https://spdx.org/licenses/MIT.html", module.LicenseUri.AbsoluteUri);
        Assert.Equal("https://project.example/deadlinetrail", module.ProjectUri.AbsoluteUri);
        Assert.Contains("CloudTrail", module.Tags);
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedAliases);
    }

    [Fact]
    public void The_release_notes_are_those_of_the_changelog()
    {
        using var session = new ModuleHost();
        session.Set("path", package["DeadlineTrail.psd1"]);
        var notes = Assert.IsType<string>(session.Run("(Test-ModuleManifest $path).ReleaseNotes").WithoutErrors().Objects.Single());

        // The first section, up to the next.
        var changelog = File.ReadAllText(Checkout.In("CHANGELOG.md")).ReplaceLineEndings("\n");
        var section = changelog.Split("\n## [")[1];
        Assert.Equal(section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim(), notes);
    }

    /// <summary>A wildcard in a manifest makes PowerShell look into the module to know what it has.</summary>
    [Fact]
    public void The_manifest_names_everything_in_full()
    {
        var manifest = Parser.ParseFile(Checkout.Manifest, out _, out var errors);
        Assert.Empty(errors);
        var texts = manifest.FindAll(part => part is StringConstantExpressionAst, searchNestedScriptBlocks: true).Cast<StringConstantExpressionAst>().Select(text => text.Value).ToList();

        Assert.Contains("Get-DeadlineTrailEvent", texts);
        Assert.DoesNotContain(texts, WildcardPattern.ContainsWildcardCharacters);
    }

    /// <summary>Line by line: what is tried in a checkout is what is published.</summary>
    [Fact]
    public void Packing_changes_one_line_of_the_manifest()
    {
        var ours = File.ReadAllLines(Checkout.Manifest);
        var at = Array.FindIndex(ours, line => line.Contains("# Packing writes here", StringComparison.Ordinal));
        var packed = File.ReadAllLines(package["DeadlineTrail.psd1"]);

        Assert.Equal(ours[..at], packed[..at]);
        Assert.Equal(ours[(at + 1)..], packed[^(ours.Length - at - 1)..]);
    }

    [Fact]
    public void Every_file_is_listed_with_its_SHA_256()
    {
        var expected = ShippedFiles.Below(package.Folder).Where(file => file != "SHA256SUMS")
            .Select(file => $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(package[file])))}  {file}");

        Assert.Equal(expected, File.ReadAllLines(package["SHA256SUMS"]), StringComparer.OrdinalIgnoreCase);
    }
}
