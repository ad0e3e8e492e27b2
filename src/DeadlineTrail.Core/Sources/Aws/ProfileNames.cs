using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Sources.Aws;

/// <summary>
/// The names of the profiles in the files that AWS's tools share,
/// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html: in the credentials file every section is a profile, in
/// the config file those called "profile NAME" and "default" are. Nothing but the headings is looked at.
/// </summary>
internal static class ProfileNames
{
    private const string InConfig = "profile ";

    /// <summary>Finds the names, each once, in the order of the files. A file that cannot be read has none.</summary>
    /// <param name="file">The one file to look into; null for the usual two.</param>
    internal static IReadOnlyList<(string Name, string File)> Find(string? file)
    {
        var found = file is { Length: > 0 } ? OfCredentials(file) : OfCredentials(Place("AWS_SHARED_CREDENTIALS_FILE", "credentials")).Concat(OfConfig(Place("AWS_CONFIG_FILE", "config")));
        return found.GroupBy(static profile => profile.Name, StringComparer.Ordinal).Select(static same => same.First()).ToArray();
    }

    private static IEnumerable<(string Name, string File)> OfCredentials(string file) => Headings(file).Select(heading => (heading, file));

    private static IEnumerable<(string Name, string File)> OfConfig(string file) => Headings(file)
        .Where(static heading => heading == "default" || heading.StartsWith(InConfig, StringComparison.Ordinal))
        .Select(heading => (heading == "default" ? heading : heading.Substring(InConfig.Length).Trim(), file));

    private static IEnumerable<string> Headings(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return [];
        }

        return lines.Select(static line => line.Trim())
            .Where(static line => line.Length > 2 && line[0] == '[' && line.IndexOf(']') > 1)
            .Select(static line => line.Substring(1, line.IndexOf(']') - 1).Trim());
    }

    private static string Place(string variable, string name) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", name);
}
