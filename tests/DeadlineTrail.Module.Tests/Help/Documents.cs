using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>The Markdown files of the checkout that people read.</summary>
internal static class Documents
{
    /// <summary>The variable that has the tests write what commands show into the documents, instead of comparing it.</summary>
    internal const string WriteVariable = "DEADLINETRAIL_WRITE_EXAMPLES";

    /// <summary>Tests that may write do not run side by side.</summary>
    internal const string Collection = "Documents";

    internal static bool AreWritten { get; } = Environment.GetEnvironmentVariable(WriteVariable) == "1";

    /// <summary>Their paths from the root, with slashes.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Checkout.Root, "*.md"),
        .. Directory.GetFiles(Checkout.In("docs"), "*.md", SearchOption.AllDirectories),
    ];

    /// <summary>The pages of cmdlets, which become help.</summary>
    internal static IReadOnlyList<string> CommandPages { get; } = [.. Pages.Where(path => !IsAbout(path))];

    internal static IReadOnlyList<string> AboutPages { get; } = [.. Pages.Where(IsAbout)];

    private static IEnumerable<string> Pages => Directory.GetFiles(Checkout.In("docs/en-US"), "*.md").Order(StringComparer.Ordinal);

    internal static string Relative(string path) => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/');

    private static bool IsAbout(string path) => Path.GetFileName(path).StartsWith("about_", StringComparison.Ordinal);
}
