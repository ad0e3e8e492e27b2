using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using DeadlineTrail.Module.Tests.Architecture;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>
/// Whether two builds of one commit are equal <c>./build.ps1 Reproduce</c> finds out. Here is what would make them differ and
/// can be seen in one.
/// </summary>
public class ReproducibilityTests(PackedModule package) : IClassFixture<PackedModule>
{
    // "Format: GUID ... SourceLink": https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid _sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> OwnAssemblies =>
    [
        .. ShippedFiles.Core.Select(file => "bin/Core/" + file).Concat(ShippedFiles.Desktop.Select(file => "bin/Desktop/" + file))
            .Where(file => Path.GetFileName(file).StartsWith("DeadlineTrail", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(OwnAssemblies))]
    public void An_assembly_has_no_time_and_no_place_of_its_build(string file)
    {
        using var image = new PEReader(File.OpenRead(package[file]));

        // The compiler's mark that the time stamp is a hash of the content instead.
        Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        using var symbols = ReadSymbols(image);
        var reader = symbols.GetMetadataReader();
        Assert.NotEmpty(reader.Documents);
        Assert.All(SourcesOf(reader), source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));

        // It would hold the address this checkout was cloned from.
        Assert.DoesNotContain(reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation), information => reader.GetGuid(information.Kind) == _sourceLink);
    }

    /// <summary>
    /// In which order a source generator hands over what it made is its own affair, and the compiler keeps to it: with one that
    /// does not sort no two builds are equal. The build itself writes two files.
    /// </summary>
    [Theory]
    [MemberData(nameof(OwnAssemblies))]
    public void No_source_generator_takes_part_but_the_one_that_keeps_its_order(string file)
    {
        using var image = new PEReader(File.OpenRead(package[file]));
        using var symbols = ReadSymbols(image);

        Assert.DoesNotContain(SourcesOf(symbols.GetMetadataReader()), source =>
            !File.Exists(Checkout.In(source["/_/".Length..]))
            && !source.Contains("/System.Text.Json.SourceGeneration/", StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_names_the_folder_it_was_built_in()
    {
        foreach (var file in ShippedFiles.Below(package.Folder))
        {
            var bytes = File.ReadAllBytes(package[file]);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Checkout.Root)) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Checkout.Root)) < 0, file);
        }
    }

    private static MetadataReaderProvider ReadSymbols(PEReader image) => image.ReadEmbeddedPortablePdbDebugDirectoryData(
        Assert.Single(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));

    private static IEnumerable<string> SourcesOf(MetadataReader symbols) =>
        symbols.Documents.Select(symbols.GetDocument).Select(document => symbols.GetString(document.Name).Replace('\\', '/'));
}
