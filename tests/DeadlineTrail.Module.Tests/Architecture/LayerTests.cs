using System;
using System.IO;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public class LayerTests
{
    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void Core_knows_neither_PowerShell_nor_the_AWS_SDK_nor_the_cmdlets(string edition)
    {
        var references = BuiltAssembly.Read(ShippedFiles.Path(edition, "DeadlineTrail.Core.dll")).References.Select(each => each.Name).ToList();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name == "System.Management.Automation");
        Assert.DoesNotContain(references, IsAwsSdk);
        Assert.DoesNotContain(references, name => name.StartsWith("DeadlineTrail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void The_cmdlets_do_not_know_the_AWS_SDK(string edition)
    {
        Assert.DoesNotContain(BuiltAssembly.Read(ShippedFiles.Path(edition, "DeadlineTrail.dll")).References, each => IsAwsSdk(each.Name));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void What_knows_the_AWS_SDK_knows_neither_PowerShell_nor_the_cmdlets(string edition)
    {
        var references = BuiltAssembly.Read(ShippedFiles.Path(edition, "dependencies/DeadlineTrail.Aws.dll")).References.Select(each => each.Name).ToList();

        Assert.Contains(references, IsAwsSdk);
        Assert.DoesNotContain(references, name => name is "System.Management.Automation" or "DeadlineTrail");
    }

    /// <summary>What writes the studio must not share the reader's mistakes; what hosts the module must not carry a copy of it. The
    /// tools that make the help and the package are no part of the product.</summary>
    [Theory]
    [InlineData("DeadlineTrail.Testing.dll")]
    [InlineData("DeadlineTrail.Module.Tests.dll")]
    public void The_studio_and_these_tests_reference_no_product_assembly(string file)
    {
        var references = BuiltAssembly.Read(Path.Combine(AppContext.BaseDirectory, file)).References.Select(each => each.Name);

        Assert.DoesNotContain(references, name => name.StartsWith("DeadlineTrail", StringComparison.Ordinal) && name is not ("DeadlineTrail.Testing" or "DeadlineTrail.Help" or "DeadlineTrail.Package"));
    }

    private static bool IsAwsSdk(string name) => name.StartsWith("AWSSDK", StringComparison.Ordinal);
}
