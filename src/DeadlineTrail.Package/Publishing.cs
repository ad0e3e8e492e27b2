using System.IO;
using System.Linq;
using DeadlineTrail.Package.Contents;
using DeadlineTrail.Package.Signing;

namespace DeadlineTrail.Package;

/// <summary>Whether a package may be published.</summary>
internal static class Publishing
{
    /// <summary>Checks what cannot be mended afterwards: a gallery never takes the same version twice.</summary>
    /// <exception cref="PackageException">It may not.</exception>
    internal static void Check(string folder)
    {
        if (!File.Exists(Path.Combine(folder, FileSums.Name)))
        {
            throw new PackageException($"There is no package in {folder}: ./build.ps1 Build, Package.");
        }

        if (!PublishedManifest.HasProjectUri(Path.Combine(folder, PackageContents.Manifest)))
        {
            throw new PackageException("The package does not say where the project is. Pack it with -ProjectUri, or with DEADLINETRAIL_PROJECT_URI.");
        }

        SignatureReport.Of(folder).RefuseHalf();
        var listed = File.ReadAllLines(Path.Combine(folder, FileSums.Name));
        var there = FileSums.Files(folder).Where(file => file != FileSums.Name).Select(file => $"{FileSums.Of(Path.Combine(folder, file))}  {file}");
        if (there.Except(listed).Concat(listed.Except(there)).FirstOrDefault() is { } changed)
        {
            throw new PackageException($"The package is not as it was sealed: {changed.Split("  ")[^1]}. Pack it again.");
        }
    }
}
