using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Architecture;

public class ShippedFilesTests
{
    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void The_build_lays_out_exactly_the_shipped_files(string edition)
    {
        Assert.Equal(ShippedFiles.Of(edition).Order(StringComparer.Ordinal), ShippedFiles.Below(Checkout.In("bin/" + edition)));
    }

    [Fact]
    public void The_build_lays_out_views_and_types_in_two_files_that_the_manifest_names()
    {
        Assert.Equal(ShippedFiles.Formats, ShippedFiles.Below(Checkout.In("bin/formats")));
        Assert.All(ShippedFiles.Formats, file => Assert.Contains($"'bin/formats/{file}'", File.ReadAllText(Checkout.Manifest), StringComparison.Ordinal));
    }

    /// <summary>A file of views that no stylesheet names would be one that nobody gets to see.</summary>
    [Fact]
    public void What_the_build_joins_is_every_file_of_views_and_types()
    {
        foreach (var (shipped, items) in new[] { ("DeadlineTrail.Format", "View"), ("DeadlineTrail.Types", "Type") })
        {
            var parts = Directory.EnumerateFiles(Checkout.In("src/DeadlineTrail/Formats"), "*" + shipped[shipped.IndexOf('.', StringComparison.Ordinal)..] + ".ps1xml").ToArray();
            Assert.NotEmpty(parts);
            Assert.Equal(
                parts.SelectMany(part => Names(part, items)).Order(StringComparer.Ordinal),
                Names(Checkout.In($"bin/formats/{shipped}.ps1xml"), items).Order(StringComparer.Ordinal));
        }

        static IEnumerable<string> Names(string file, string items) => XDocument.Load(file).Descendants(items).Select(item => item.Element("Name")!.Value);
    }

    /// <summary>AllSigned and ConstrainedLanguage hosts run no script of ours, so there is none.</summary>
    [Fact]
    public void No_script_is_shipped()
    {
        Assert.DoesNotContain(
            ShippedFiles.Core.Concat(ShippedFiles.Desktop).Concat(ShippedFiles.AtTheTop),
            file => file.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".psm1", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The elements that hold script text in https://learn.microsoft.com/powershell/scripting/developer/format/format-schema-xml-reference
    /// and .../types-ps1xml-files.
    /// </summary>
    [Fact]
    public void No_view_and_no_type_extension_holds_a_script_block()
    {
        string[] scripts = ["ScriptBlock", "ScriptProperty", "ScriptMethod", "GetScriptBlock", "SetScriptBlock", "Script"];
        foreach (var file in Definitions())
        {
            Assert.DoesNotContain(XDocument.Load(file).Descendants(), element => scripts.Contains(element.Name.LocalName));
        }
    }

    /// <summary>Windows PowerShell reads a file without a byte order mark in the machine's own code page.</summary>
    [Fact]
    public void What_Windows_PowerShell_reads_is_ASCII_or_has_a_byte_order_mark()
    {
        var help = Directory.Exists(Checkout.In("en-US")) ? Directory.EnumerateFiles(Checkout.In("en-US"), "*.help.txt") : [];
        foreach (var file in Definitions().Concat(help).Append(Checkout.Manifest).Append(Checkout.In("build.ps1")))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.True(bytes.All(each => each < 0x80) || bytes.AsSpan().StartsWith("\uFEFF"u8), file);
        }
    }

    private static IEnumerable<string> Definitions() =>
        ShippedFiles.Formats.Select(file => Checkout.In("bin/formats/" + file));
}
