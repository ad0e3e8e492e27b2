using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace DeadlineTrail.Package.Contents;

/// <summary>SHA-256 of every file of a package, in the form of <c>sha256sum</c>, which can check it too: <c>sha256sum -c SHA256SUMS</c>.</summary>
internal static class FileSums
{
    internal const string Name = "SHA256SUMS";

    internal static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>All files below a folder as sorted paths with slashes, so that the order is the same on every system.</summary>
    internal static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    internal static void Write(string folder)
    {
        var sums = new StringBuilder();
        foreach (var file in Files(folder).Where(file => file != Name))
        {
            sums.Append(Of(Path.Combine(folder, file))).Append("  ").Append(file).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, Name), sums.ToString());
    }
}
