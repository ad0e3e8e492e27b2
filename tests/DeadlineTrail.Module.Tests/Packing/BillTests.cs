using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using DeadlineTrail.Module.Tests.Architecture;
using DeadlineTrail.Module.Tests.Hosting;
using Xunit;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>
/// The bill of materials against the files themselves, and the notices. What is asked of its form is what the schema of CycloneDX 1.6
/// asks (https://cyclonedx.org/docs/1.6/json/) of the parts that are used.
/// </summary>
public sealed class BillTests(PackedModule package) : IClassFixture<PackedModule>, IDisposable
{
    private readonly JsonDocument _bill = JsonDocument.Parse(File.ReadAllText(package["DeadlineTrail.cdx.json"]));

    private IReadOnlyList<JsonElement> Components => [.. _bill.RootElement.GetProperty("components").EnumerateArray()];

    public void Dispose() => _bill.Dispose();

    [Fact]
    public void It_says_what_it_is_and_of_what()
    {
        var root = _bill.RootElement;
        Assert.Equal("CycloneDX", root.GetProperty("bomFormat").GetString());
        Assert.Equal("1.6", root.GetProperty("specVersion").GetString());
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        var own = root.GetProperty("metadata").GetProperty("component");
        Assert.Equal("DeadlineTrail", Text(own, "name"));
        Assert.Equal(Path.GetFileName(package.Folder), Text(own, "version"));

        // Neither is required, and either would make two bills of one commit differ.
        Assert.False(root.TryGetProperty("serialNumber", out _));
        Assert.False(root.GetProperty("metadata").TryGetProperty("timestamp", out _));
    }

    [Fact]
    public void Every_component_has_a_version_a_licence_a_hash_and_a_package_URL()
    {
        Assert.Equal(14, Components.Count);
        Assert.All(Components, component =>
        {
            Assert.Equal("library", Text(component, "type"));
            Assert.Equal($"pkg:nuget/{Text(component, "name")}@{Text(component, "version")}", Text(component, "purl"));
            Assert.Contains(Text(component.GetProperty("licenses")[0].GetProperty("license"), "id"), new[] { "MIT", "Apache-2.0" });
            Assert.Equal("SHA-512", Text(component.GetProperty("hashes")[0], "alg"));
            Assert.Matches("^[0-9a-f]{128}$", Text(component.GetProperty("hashes")[0], "content"));
        });
    }

    [Fact]
    public void The_versions_are_those_the_project_pins()
    {
        var pinned = XDocument.Load(Checkout.In("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(version => (string)version.Attribute("Include")!, version => (string)version.Attribute("Version")!);
        var both = Components.Where(component => pinned.ContainsKey(Text(component, "name"))).ToList();

        Assert.Equal(["AWSSDK.Core", "AWSSDK.S3", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken", "System.Text.Json"], both.Select(component => Text(component, "name")));
        Assert.All(both, component => Assert.Equal(pinned[Text(component, "name")], Text(component, "version")));
    }

    [Fact]
    public void Every_assembly_of_both_builds_is_in_it_once_with_its_SHA_256()
    {
        var files = Components.Prepend(_bill.RootElement.GetProperty("metadata").GetProperty("component"))
            .Where(component => component.TryGetProperty("components", out _))
            .SelectMany(component => component.GetProperty("components").EnumerateArray())
            .Select(file => (Name: Text(file, "name"), Sum: Text(file.GetProperty("hashes")[0], "content")))
            .ToList();

        Assert.Equal(
            ShippedFiles.Below(package.Folder).Where(file => file.EndsWith(".dll", StringComparison.Ordinal)),
            files.Select(file => file.Name).Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(package[file.Name]))), file.Sum));
    }

    [Fact]
    public void What_depends_on_what_names_only_components()
    {
        var known = Components.Select(component => Text(component, "bom-ref")).ToHashSet();
        var dependencies = _bill.RootElement.GetProperty("dependencies").EnumerateArray().ToDictionary(each => Text(each, "ref"), each => each.GetProperty("dependsOn").EnumerateArray().Select(needed => needed.GetString()!).ToList());

        Assert.Equal(known.Count, Components.Count);
        Assert.Equal(known.Order(), dependencies.Keys.Where(known.Contains).Order());
        Assert.All(dependencies.Values, needed => Assert.Subset(known, needed.ToHashSet()));
        Assert.Contains(dependencies, each => each.Key.StartsWith("pkg:nuget/AWSSDK.S3@", StringComparison.Ordinal) && each.Value.Single().StartsWith("pkg:nuget/AWSSDK.Core@", StringComparison.Ordinal));
    }

    [Fact]
    public void The_notices_have_everybodys_licence()
    {
        var notices = File.ReadAllText(package["THIRD-PARTY-NOTICES.txt"]);

        Assert.All(Components, component => Assert.Contains($"\n{Text(component, "name")} {Text(component, "version")}, by {Text(component, "publisher")}, ", notices, StringComparison.Ordinal));
        Assert.Contains("Version 2.0, January 2004", notices, StringComparison.Ordinal);
        Assert.Contains("Copyright (c) .NET Foundation and Contributors", notices, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", notices, StringComparison.Ordinal);
        Assert.StartsWith("MIT License\n\nCopyright (c) ", File.ReadAllText(package["LICENSE"]), StringComparison.Ordinal);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
