using System;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Package.Contents;

/// <summary>What a changelog in the form of Keep a Changelog 1.1.0 says of one version.</summary>
internal static class ChangelogSection
{
    private const string Heading = "## [";

    /// <summary>
    /// The lines below <c>## [0.1.0] - 2026-12-01</c>, or, while a version is being worked on, below <c>## [Unreleased]</c>.
    /// </summary>
    /// <exception cref="PackageException">It says nothing of this version.</exception>
    internal static string Of(string changelog, string version)
    {
        var lines = File.ReadAllLines(changelog);
        var start = Find(lines, version) is var released and >= 0 ? released : Find(lines, "Unreleased");
        var text = start < 0 ? "" : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))).Trim();
        return text.Length > 0 ? text : throw new PackageException($"{changelog} says nothing of version {version}.");
    }

    private static int Find(string[] lines, string name) =>
        Array.FindIndex(lines, line => line.StartsWith($"{Heading}{name}]", StringComparison.OrdinalIgnoreCase));
}
