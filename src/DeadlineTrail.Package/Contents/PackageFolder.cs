using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Package.Bill;
using DeadlineTrail.Package.Restored;
using DeadlineTrail.Package.Signing;

namespace DeadlineTrail.Package.Contents;

/// <summary>
/// A package, in two steps: it is laid out, and it is sealed, which says of every file what it is. Between them is when files
/// may be signed, since that changes them.
/// </summary>
internal static class PackageFolder
{
    /// <summary>Where the package of a checkout's version is: <c>out/DeadlineTrail/0.1.0</c>.</summary>
    internal static string Of(string checkout, string destination) =>
        Path.Combine(destination, "DeadlineTrail", PublishedManifest.Version(Path.Combine(checkout, PackageContents.Manifest)));

    /// <summary>Copies what is shipped into its folder, made anew.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="PackageException">Something is missing or says nothing of this version.</exception>
    internal static string LayOut(string checkout, string destination, Uri? projectUri)
    {
        var manifest = Path.Combine(checkout, PackageContents.Manifest);
        var files = PackageContents.In(checkout);
        if (files.FirstOrDefault(file => !File.Exists(Path.Combine(checkout, file))) is { } missing)
        {
            throw new PackageException($"There is no {missing}: build first (./build.ps1 Build, Package).");
        }

        var folder = Of(checkout, destination);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(checkout, file), target);
        }

        var published = PublishedManifest.Of(File.ReadAllText(manifest), ChangelogSection.Of(Path.Combine(checkout, "CHANGELOG.md"), PublishedManifest.Version(manifest)), projectUri);
        File.WriteAllText(Path.Combine(folder, PackageContents.Manifest), published, PublishedManifest.EncodingFor(published));
        return folder;
    }

    /// <summary>Writes the notices, the bill of materials and, last, the sums of all files.</summary>
    /// <returns>What whoever seals it should know: the signatures that there are not.</returns>
    /// <exception cref="PackageException">Some of our files are signed and some are not, or a file is not that of its package.</exception>
    internal static IReadOnlyList<string> Seal(string checkout, string folder, bool mustBeSigned)
    {
        var report = SignatureReport.Of(folder);
        report.RefuseHalf(mustBeSigned);
        var packages = ShippedPackage.In(folder, RestoredPackages.Of(checkout));
        ThirdPartyNotices.Write(folder, packages);
        BillOfMaterials.Write(folder, PublishedManifest.Version(Path.Combine(folder, PackageContents.Manifest)), packages);
        FileSums.Write(folder);
        return report.Lines;
    }
}
