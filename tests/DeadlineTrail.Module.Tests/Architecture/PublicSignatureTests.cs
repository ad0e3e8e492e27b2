using System;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

public class PublicSignatureTests
{
    /// <summary>A user's session may hold another version of these; our types must not meet it.</summary>
    [Theory]
    [InlineData("net8.0", "DeadlineTrail.Core.dll")]
    [InlineData("net8.0", "DeadlineTrail.dll")]
    [InlineData("net472", "DeadlineTrail.Core.dll")]
    [InlineData("net472", "DeadlineTrail.dll")]
    public void No_public_signature_names_a_type_of_the_JSON_library_or_the_AWS_SDK(string framework, string file)
    {
        var named = new PublicTypes(BuiltAssembly.Read(ShippedFiles.Path(framework, file))).NamedAssemblies();

        Assert.DoesNotContain(named, each =>
            each.NamedAssembly == "System.Text.Json" || each.NamedAssembly.StartsWith("AWSSDK", StringComparison.Ordinal));
    }

    /// <summary>The check itself, on an assembly known to name others in public.</summary>
    [Fact]
    public void Named_assemblies_are_found()
    {
        var json = BuiltAssembly.Read(ShippedFiles.Path("net472", "dependencies/System.Text.Json.dll"));

        var named = new PublicTypes(json).NamedAssemblies().ToList();

        Assert.Contains(("System.Text.Json.Utf8JsonReader", "System.Memory"), named);
        Assert.Contains(("System.Text.Json.JsonSerializer", "System.Threading.Tasks.Extensions"), named);
    }
}
