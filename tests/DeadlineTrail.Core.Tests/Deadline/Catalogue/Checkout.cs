using System;
using System.IO;

namespace DeadlineTrail.Core.Tests.Deadline.Catalogue;

/// <summary>Files around the test assembly.</summary>
internal static class Checkout
{
    internal static string Root { get; } = FolderAbove(AppContext.BaseDirectory, "DeadlineTrail.slnx")
        ?? throw new InvalidOperationException("The tests run outside a checkout of the repository.");

    internal static string Catalogue => Path.Combine(Root, "src", "DeadlineTrail.Core", "Deadline", "Catalogue", "operations.json");

    internal static string TestData(string name) =>
        Path.Combine(Root, "tests", "DeadlineTrail.Core.Tests", "Deadline", "Catalogue", "data", name);

    internal static string? FolderAbove(string start, string content)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, content)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
