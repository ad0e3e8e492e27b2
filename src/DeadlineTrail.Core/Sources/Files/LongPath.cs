using System;
using System.IO;

namespace DeadlineTrail.Sources.Files;

/// <summary>
/// Paths beyond 259 characters. .NET opens them; .NET Framework needs to be told, by the prefix that turns off the limit:
/// "The '\\?\' prefix to a path string tells the Windows APIs to disable all string parsing",
/// https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
/// </summary>
internal static class LongPath
{
    private const int Limit = 248;

    /// <summary>The path in a form that opens.</summary>
    internal static string Of(string path)
    {
        if (path.Length < Limit || Environment.Version.Major > 4 || Path.DirectorySeparatorChar != '\\'
            || path.StartsWith(@"\\?\", StringComparison.Ordinal))
        {
            return path;
        }

        var plain = path.Replace('/', '\\');
        return plain.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC" + plain.Substring(1) : @"\\?\" + plain;
    }
}
