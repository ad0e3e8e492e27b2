using System;
using System.IO;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>The checkout these tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Manifest { get; } = In("DeadlineTrail.psd1");

    /// <summary>The full path of what is at this relative path, written with slashes.</summary>
    public static string In(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DeadlineTrail.psd1")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No DeadlineTrail.psd1 in or above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}
