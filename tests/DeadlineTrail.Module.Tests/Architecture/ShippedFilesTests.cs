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
    private static readonly string[] _frameworks = ["net8.0", "net472"];

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_build_lays_out_exactly_the_shipped_files(string framework)
    {
        Assert.Equal(ShippedFiles.Of(framework).Order(StringComparer.Ordinal), ShippedFiles.Below(Checkout.In("bin/" + framework)));
    }

    /// <summary>AllSigned and ConstrainedLanguage hosts run no script of ours, so there is none.</summary>
    [Fact]
    public void No_script_is_shipped()
    {
        Assert.DoesNotContain(
            ShippedFiles.Net8.Concat(ShippedFiles.Net472).Concat(ShippedFiles.AtTheTop),
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
        _frameworks.SelectMany(framework => Directory.EnumerateFiles(Checkout.In("bin/" + framework), "*.ps1xml", SearchOption.AllDirectories));
}
