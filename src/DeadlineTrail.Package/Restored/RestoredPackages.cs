using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Package.Restored;

/// <summary>What NuGet restored for the project whose output is shipped, from the file in which it says so.</summary>
internal sealed class RestoredPackages
{
    private readonly JsonElement _targets;
    private readonly JsonElement _libraries;
    private readonly string[] _folders;

    private RestoredPackages(JsonElement assets)
    {
        _targets = assets.GetProperty("targets");
        _libraries = assets.GetProperty("libraries");
        _folders = [.. assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    /// <summary>The project DeadlineTrail.Aws references Core and every package of which something is shipped.</summary>
    internal static RestoredPackages Of(string checkout)
    {
        var path = Path.Combine(checkout, "src", "DeadlineTrail.Aws", "obj", "project.assets.json");
        if (!File.Exists(path))
        {
            throw new PackageException($"There is no {path}: build first.");
        }

        using var assets = JsonDocument.Parse(File.ReadAllText(path));
        return new RestoredPackages(assets.RootElement.Clone());
    }

    /// <summary>The package an assembly of one of the builds is from.</summary>
    /// <returns>Its key, name/version, and the full path of the assembly in it.</returns>
    internal (string Key, string Path) Find(string framework, string assembly)
    {
        foreach (var library in Target(framework).EnumerateObject().Where(library => library.Value.TryGetProperty("runtime", out _)))
        {
            var file = library.Value.GetProperty("runtime").EnumerateObject().Select(file => file.Name).FirstOrDefault(file => Path.GetFileName(file) == assembly);
            if (file is not null && library.Value.GetProperty("type").GetString() == "package")
            {
                return (library.Name, Path.Combine(Folder(library.Name), file));
            }
        }

        throw new PackageException($"No package restored for {framework} has {assembly}.");
    }

    internal RestoredPackage Read(string key)
    {
        var (name, version) = (key.Split('/')[0], key.Split('/')[1]);
        var sha512 = Convert.ToHexStringLower(_libraries.GetProperty(key).GetProperty("sha512").GetBytesFromBase64());
        return RestoredPackage.Read(Folder(key), name, version, sha512, Dependencies(key));
    }

    private string[] Dependencies(string key) =>
    [
        .. _targets.EnumerateObject()
            .Select(target => target.Value.TryGetProperty(key, out var library) && library.TryGetProperty("dependencies", out var names) ? names : default)
            .Where(names => names.ValueKind == JsonValueKind.Object)
            .SelectMany(names => names.EnumerateObject().Select(name => name.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private string Folder(string key)
    {
        var relative = _libraries.GetProperty(key).GetProperty("path").GetString()!;
        return _folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists)
            ?? throw new PackageException($"{key} is not in {string.Join(" or ", _folders)} any more: restore again.");
    }

    // As the SDK names them: "net8.0", and ".NETFramework,Version=v4.7.2" in older forms of the file.
    private JsonElement Target(string framework) =>
        _targets.EnumerateObject().Single(target => target.Name == framework || (framework == "net472" && target.Name == ".NETFramework,Version=v4.7.2")).Value;
}
