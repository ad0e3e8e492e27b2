using System;
using System.IO;

namespace DeadlineTrail.Core.Tests;

/// <summary>Where this repository lies, for tests that read files kept beside them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string TestFile(params string[] parts) =>
        Path.Combine([Root, "tests", "DeadlineTrail.Core.Tests", .. parts]);

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "DeadlineTrail.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
    }
}
