using System;
using System.IO;

namespace DeadlineTrail.Benchmarks;

/// <summary>The checkout this was built in, and the module that lies built in it.</summary>
internal static class Checkout
{
    /// <summary>The module's manifest.</summary>
    internal static string Manifest { get; } = Path.Combine(Find(), "DeadlineTrail.psd1");

    /// <summary>The module's own Core, where <c>Import-Module</c> finds it.</summary>
    internal static string Core { get; } = Path.Combine(Find(), "bin", "Core", "DeadlineTrail.Core.dll");

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
