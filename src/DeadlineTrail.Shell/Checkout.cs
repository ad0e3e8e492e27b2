using System;
using System.IO;

namespace DeadlineTrail.Shell;

/// <summary>The checkout this shell was built in.</summary>
internal static class Checkout
{
    private const string Manifest = "DeadlineTrail.psd1";

    /// <summary>The manifest's full path, or null where the shell was carried out of its checkout.</summary>
    public static string? FindManifest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Manifest);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
