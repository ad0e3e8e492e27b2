using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Package.Contents;

/// <summary>
/// The manifest as it is published: that of the checkout, and in the place of one marked line what only packing knows, the
/// release notes and the address of the project.
/// </summary>
internal static partial class PublishedManifest
{
    private const string Marker = "# Packing writes here";

    internal static string Version(string manifest) =>
        VersionLine().Match(File.ReadAllText(manifest)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new PackageException($"{manifest} has no ModuleVersion in one literal line.");

    /// <param name="manifest">The text of the checkout's manifest.</param>
    /// <param name="releaseNotes">What the changelog says of the version.</param>
    /// <param name="projectUri">Where the project is; null while it is nowhere, which is enough to try a package but not to publish it.</param>
    internal static string Of(string manifest, string releaseNotes, Uri? projectUri)
    {
        var lines = manifest.ReplaceLineEndings("\n").Split('\n');
        var at = Array.FindIndex(lines, line => line.TrimStart().StartsWith(Marker, StringComparison.Ordinal));
        if (at < 0)
        {
            throw new PackageException($"The manifest has no line that begins '{Marker}'.");
        }

        var indent = lines[at][..lines[at].IndexOf('#', StringComparison.Ordinal)];
        var written = projectUri is null ? "" : $"{indent}ProjectUri = {Quoted(projectUri.AbsoluteUri)}\n";
        lines[at] = $"{written}{indent}ReleaseNotes = {Quoted(releaseNotes)}";
        return string.Join('\n', lines);
    }

    /// <summary>Whether a packed manifest says where the project is: galleries and their visitors need it.</summary>
    internal static bool HasProjectUri(string manifest) =>
        File.ReadLines(manifest).Any(line => line.TrimStart().StartsWith("ProjectUri = 'https://", StringComparison.Ordinal));

    /// <summary>Windows PowerShell reads a file without a byte order mark in the code page of the machine.</summary>
    internal static Encoding EncodingFor(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: !Ascii.IsValid(text));

    // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules: a quotation mark within
    // is doubled. The language takes the typographic ones for the same: single-quote-character (U+0027) and U+2018 to U+201B.
    private static string Quoted(string text) => "'" + SingleQuote().Replace(text, "$0$0") + "'";

    [GeneratedRegex(@"^\s*ModuleVersion\s*=\s*'([0-9.]+)'", RegexOptions.Multiline)]
    private static partial Regex VersionLine();

    [GeneratedRegex("['\u2018-\u201B]")]
    private static partial Regex SingleQuote();
}
