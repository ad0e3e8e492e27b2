using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>
/// The net472 build cannot be run where these tests are written, so it is held against what Windows PowerShell 5.1 on
/// .NET Framework 4.7.2 has: every assembly, type and member it refers to must be there.
/// </summary>
public class WindowsPowerShellReferenceTests
{
    private static readonly Lazy<IReadOnlyList<BuiltAssembly>> _shipped = new(() =>
        [.. ShippedFiles.Desktop.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => BuiltAssembly.Read(ShippedFiles.Path("Desktop", file)))]);

    private static readonly Lazy<IReadOnlyList<BuiltAssembly>> _framework = new(ReadFramework);

    public static TheoryData<string> Assemblies => [.. ShippedFiles.Desktop.Where(file => file.EndsWith(".dll", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_reference_is_met(string file)
    {
        var available = new AssemblySet([.. _shipped.Value, .. _framework.Value]);

        Assert.Empty(UnmetReferences.Of(BuiltAssembly.Read(ShippedFiles.Path("Desktop", file)), available));
    }

    /// <summary>The check itself, on a build that must fail it: the net8.0 one.</summary>
    [Fact]
    public void A_build_for_another_framework_does_not_pass()
    {
        var unmet = UnmetReferences.Of(BuiltAssembly.Read(ShippedFiles.Path("Core", "DeadlineTrail.Core.dll")), new AssemblySet(_framework.Value));

        Assert.NotEmpty(unmet);
    }

    /// <summary>And on one of which an assembly is missing.</summary>
    [Fact]
    public void A_dependency_that_is_not_shipped_is_noticed()
    {
        var without = new AssemblySet([.. _shipped.Value.Where(assembly => assembly.Name != "System.Memory"), .. _framework.Value]);

        var unmet = UnmetReferences.Of(_shipped.Value.Single(assembly => assembly.Name == "System.Text.Json"), without).ToList();

        Assert.Contains("System.Text.Json: there is no assembly System.Memory", unmet);
        Assert.Contains("System.Text.Json: there is no type System.ReadOnlySpan`1", unmet);
    }

    /// <summary>And on one that uses a member .NET Framework never had, as these tests do.</summary>
    [Fact]
    public void A_member_that_the_framework_lacks_is_noticed()
    {
        var newline = "a\r\nb".ReplaceLineEndings("\n");

        var unmet = UnmetReferences.Of(BuiltAssembly.Read(typeof(WindowsPowerShellReferenceTests).Assembly.Location), new AssemblySet(_framework.Value));

        Assert.Equal("a\nb", newline);
        Assert.Contains(unmet, each => each.StartsWith("DeadlineTrail.Module.Tests: mscorlib has no System.String.ReplaceLineEndings", StringComparison.Ordinal));
        Assert.DoesNotContain(unmet, each => each.Contains("System.String.Contains", StringComparison.Ordinal) && !each.Contains("StringComparison", StringComparison.Ordinal));
    }

    private static List<BuiltAssembly> ReadFramework()
    {
        var framework = Path.Combine(Package("Net472ReferenceAssemblies"), "build", ".NETFramework", "v4.7.2");
        var powerShell = Path.Combine(Package("PowerShellStandard"), "lib", "net452", "System.Management.Automation.dll");
        return
        [
            .. new[] { framework, Path.Combine(framework, "Facades") }
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
                .Append(powerShell)
                .Select(BuiltAssembly.TryRead)
                .OfType<BuiltAssembly>(),
        ];
    }

    /// <summary>A folder that the project file wrote into this assembly.</summary>
    private static string Package(string key) => typeof(WindowsPowerShellReferenceTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
