using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DeadlineTrail.Package.Contents;
using DeadlineTrail.Package.Restored;

namespace DeadlineTrail.Package.Bill;

/// <summary>
/// What is in a package and from whom, for both frameworks, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). It has neither
/// a time nor a serial number, which that form leaves free: bills of equal packages are equal.
/// </summary>
internal static class BillOfMaterials
{
    internal const string Name = "DeadlineTrail.cdx.json";

    // Texts such as a+b and authors' names stay readable: nobody shows this in a web page.
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(string folder, string version, IReadOnlyList<ShippedPackage> packages)
    {
        using var file = File.Create(Path.Combine(folder, Name));
        using (var json = new Utf8JsonWriter(file, _options))
        {
            var own = $"DeadlineTrail@{version}";
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteStartObject("component");
            WriteOwn(json, own, version, folder);
            json.WriteEndObject();
            json.WriteEndObject();
            WriteArray(json, "components", packages, shipped => WriteComponent(json, shipped, folder));
            WriteDependencies(json, own, packages);
            json.WriteEndObject();
        }

        file.Write("\n"u8);
    }

    private static void WriteOwn(Utf8JsonWriter json, string reference, string version, string folder)
    {
        json.WriteString("type", "library");
        json.WriteString("bom-ref", reference);
        json.WriteString("name", "DeadlineTrail");
        json.WriteString("version", version);
        WriteLicence(json, "MIT");
        WriteFiles(json, PackageContents.Signable, folder);
    }

    private static void WriteComponent(Utf8JsonWriter json, ShippedPackage shipped, string folder)
    {
        var package = shipped.Package;
        json.WriteString("type", "library");
        json.WriteString("bom-ref", package.Purl);
        json.WriteString("publisher", package.Authors);
        json.WriteString("name", package.Name);
        json.WriteString("version", package.Version);
        WriteHash(json, "SHA-512", package.Sha512);
        WriteLicence(json, package.Licence.Id);
        if (package.Copyright is { } copyright)
        {
            json.WriteString("copyright", copyright);
        }

        json.WriteString("purl", package.Purl);
        if (package.ProjectUrl is { } url)
        {
            WriteArray(json, "externalReferences", [url], each =>
            {
                json.WriteString("type", "website");
                json.WriteString("url", each);
            });
        }

        WriteFiles(json, shipped.Files, folder);
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<string> files, string folder)
    {
        WriteArray(json, "components", files.Order(StringComparer.Ordinal), file =>
        {
            json.WriteString("type", "file");
            json.WriteString("name", file);
            WriteHash(json, "SHA-256", FileSums.Of(Path.Combine(folder, file)));
        });
    }

    private static void WriteDependencies(Utf8JsonWriter json, string own, IReadOnlyList<ShippedPackage> packages)
    {
        var purls = packages.ToDictionary(shipped => shipped.Package.Name, shipped => shipped.Package.Purl, StringComparer.Ordinal);
        json.WriteStartArray("dependencies");
        Write(own, purls.Values);
        foreach (var package in packages.Select(shipped => shipped.Package))
        {
            Write(package.Purl, package.Dependencies.Where(purls.ContainsKey).Select(name => purls[name]));
        }

        json.WriteEndArray();

        void Write(string reference, IEnumerable<string> needed)
        {
            json.WriteStartObject();
            json.WriteString("ref", reference);
            json.WriteStartArray("dependsOn");
            foreach (var each in needed.Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(each);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteHash(Utf8JsonWriter json, string algorithm, string digits) => WriteArray(json, "hashes", [digits], each =>
    {
        json.WriteString("alg", algorithm);
        json.WriteString("content", each);
    });

    private static void WriteLicence(Utf8JsonWriter json, string id) => WriteArray(json, "licenses", [id], each =>
    {
        json.WriteStartObject("license");
        json.WriteString("id", each);
        json.WriteEndObject();
    });

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
