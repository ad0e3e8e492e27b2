using System;
using System.Linq;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

public class PublicSignatureTests
{
    /// <summary>A user's session may hold another version of these; our types must not meet it.</summary>
    [Theory]
    [InlineData("Core", "DeadlineTrail.Core.dll")]
    [InlineData("Core", "DeadlineTrail.dll")]
    [InlineData("Desktop", "DeadlineTrail.Core.dll")]
    [InlineData("Desktop", "DeadlineTrail.dll")]
    public void No_public_signature_names_a_type_of_the_JSON_library_or_the_AWS_SDK(string edition, string file)
    {
        var named = new PublicTypes(BuiltAssembly.Read(ShippedFiles.Path(edition, file))).NamedAssemblies();

        Assert.DoesNotContain(named, each =>
            each.NamedAssembly == "System.Text.Json" || each.NamedAssembly.StartsWith("AWSSDK", StringComparison.Ordinal));
    }

    /// <summary>The check itself, on an assembly known to name others in public.</summary>
    [Fact]
    public void Named_assemblies_are_found()
    {
        var json = BuiltAssembly.Read(ShippedFiles.Path("Desktop", "dependencies/System.Text.Json.dll"));

        var named = new PublicTypes(json).NamedAssemblies().ToList();

        Assert.Contains(("System.Text.Json.Utf8JsonReader", "System.Memory"), named);
        Assert.Contains(("System.Text.Json.JsonSerializer", "System.Threading.Tasks.Extensions"), named);
    }
}
