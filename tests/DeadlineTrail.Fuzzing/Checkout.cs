using System;
using System.IO;

namespace DeadlineTrail.Fuzzing;

/// <summary>The checkout this was built in.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find();

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
