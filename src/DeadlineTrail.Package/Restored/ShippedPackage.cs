using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Package.Contents;

namespace DeadlineTrail.Package.Restored;

/// <summary>A package of which something is in ours, and what.</summary>
/// <param name="Package">The package.</param>
/// <param name="Files">Its assemblies, by their paths in ours.</param>
internal sealed record ShippedPackage(RestoredPackage Package, IReadOnlyList<string> Files)
{
    /// <summary>All of them, by name.</summary>
    /// <exception cref="PackageException">An assembly is not that of the package it should be from.</exception>
    internal static IReadOnlyList<ShippedPackage> In(string folder, RestoredPackages restored) =>
    [
        .. PackageContents.ThirdParty.Select(file => (Key: Origin(folder, restored, file), File: file))
            .GroupBy(shipped => shipped.Key, shipped => shipped.File, StringComparer.Ordinal)
            .Select(files => new ShippedPackage(restored.Read(files.Key), [.. files.Order(StringComparer.Ordinal)]))
            .OrderBy(shipped => shipped.Package.Name, StringComparer.Ordinal),
    ];

    private static string Origin(string folder, RestoredPackages restored, string file)
    {
        var (key, path) = restored.Find(PackageContents.FrameworkOf(file), Path.GetFileName(file));
        return FileSums.Of(path) == FileSums.Of(Path.Combine(folder, file)) ? key : throw new PackageException($"{file} is not that of {key}: build again.");
    }
}
