using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>A binary module with one cmdlet that does nothing: what importing any binary module costs.</summary>
internal static class EmptyModule
{
    private const string Name = "EmptyBinaryModule";

    /// <summary>Writes the module.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>Its manifest.</returns>
    internal static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Name), typeof(object).Assembly);
        TypeBuilder cmdlet = assembly.DefineDynamicModule(Name).DefineType("GetNothingCommand", TypeAttributes.Public | TypeAttributes.Sealed, typeof(PSCmdlet));
        cmdlet.SetCustomAttribute(new CustomAttributeBuilder(typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!, [VerbsCommon.Get, "Nothing"]));
        cmdlet.CreateType();
        assembly.Save(Path.Combine(folder, Name + ".dll"));

        string manifest = Path.Combine(folder, Name + ".psd1");
        File.WriteAllText(manifest, $$"""
            @{
                ModuleVersion = '1.0.0'
                RootModule = '{{Name}}.dll'
                CmdletsToExport = @('Get-Nothing')
                FunctionsToExport = @()
                AliasesToExport = @()
                VariablesToExport = @()
            }
            """);
        return manifest;
    }
}
