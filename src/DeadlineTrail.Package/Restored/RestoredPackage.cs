using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace DeadlineTrail.Package.Restored;

/// <summary>A NuGet package that was restored, as far as those who get parts of it must know it.</summary>
internal sealed record RestoredPackage
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-512 of the package file, as NuGet recorded it, in hexadecimal digits.</summary>
    public required string Sha512 { get; init; }

    public required string Authors { get; init; }

    public string? Copyright { get; init; }

    public string? ProjectUrl { get; init; }

    public required Licence Licence { get; init; }

    /// <summary>What the package says of the parts it has from others; null where it says nothing.</summary>
    public string? Notices { get; init; }

    /// <summary>https://github.com/package-url/purl-spec/blob/main/types-doc/nuget-definition.md</summary>
    public string Purl => $"pkg:nuget/{Name}@{Version}";

    /// <summary>Names of the packages it needs, in any of the frameworks.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    internal static RestoredPackage Read(string folder, string name, string version, string sha512, IReadOnlyList<string> dependencies)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string? Value(string element) => metadata.Elements().FirstOrDefault(each => each.Name.LocalName == element)?.Value.Trim();
        var licence = metadata.Elements().FirstOrDefault(each => each.Name.LocalName == "license" && (string?)each.Attribute("type") == "expression")?.Value;
        return new RestoredPackage
        {
            Name = name,
            Version = version,
            Sha512 = sha512,
            Authors = Value("authors") ?? throw new PackageException($"{name} has no authors."),
            Copyright = Value("copyright"),
            ProjectUrl = Value("projectUrl"),
            Licence = Licence.Of(name, licence, Value("copyright"), Text(folder, "LICENSE.TXT")),
            Notices = Text(folder, "THIRD-PARTY-NOTICES.TXT"),
            Dependencies = dependencies,
        };
    }

    private static string? Text(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Trim('\n') : null;
    }
}
