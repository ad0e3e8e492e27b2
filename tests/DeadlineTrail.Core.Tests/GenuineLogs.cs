using System;
using System.IO;
using Xunit;

namespace DeadlineTrail.Core.Tests;

/// <summary>Genuine logs, which lie beside the checkout where there are any. They are not part of the repository.</summary>
internal static class GenuineLogs
{
    internal static string? Folder { get; } = Find();

    internal static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var logs = System.IO.Path.Combine(folder.FullName, "shared", "data", "logs");
            if (Directory.Exists(logs))
            {
                return logs;
            }
        }

        return null;
    }
}

/// <summary>A fact about genuine logs: skipped, and said so, where there are none.</summary>
public sealed class GenuineLogsFactAttribute : FactAttribute
{
    public GenuineLogsFactAttribute() => Skip = GenuineLogs.Folder is null ? "No folder shared/data/logs beside the checkout: the genuine logs are not part of the repository." : null;
}
