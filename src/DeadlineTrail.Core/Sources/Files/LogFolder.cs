using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace DeadlineTrail.Sources.Files;

/// <summary>Finds the logs below a folder.</summary>
internal sealed class LogFolder(Action<TrailProblem> problem, Action<string> tell, CancellationToken cancellation)
{
    // A folder is taken as it is found: notes, scripts and lists beside the logs claim to be nothing else.
    private static readonly string[] LogExtensions = [".json", ".gz", ".jsonl", ".ndjson", ".log"];

    private long _others;
    private string? _firstOther;

    /// <summary>Gives the logs of a folder and the folders in it; what cannot be listed is told and passed over.</summary>
    internal IEnumerable<FileInfo> Find(string path)
    {
        var open = new Stack<DirectoryInfo>();
        open.Push(new DirectoryInfo(LongPath.Of(path)));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in List(open.Pop()))
            {
                if (entry is DirectoryInfo folder)
                {
                    // A link to a folder may lead back up; what it leads to is found where it is.
                    if ((folder.Attributes & FileAttributes.ReparsePoint) == 0)
                    {
                        open.Push(folder);
                    }
                }
                else if (IsLog(entry.Name))
                {
                    yield return (FileInfo)entry;
                }
                else
                {
                    _others++;
                    _firstOther ??= entry.FullName;
                }
            }
        }

        if (_others > 0)
        {
            tell($"Passed over {_others} file(s) in {path} whose names are not those of logs (.json, .jsonl, .ndjson, .log, .gz), the first being {_firstOther}. Name a file itself to have it read.");
        }
    }

    private static bool IsLog(string name) =>
        Array.Exists(LogExtensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private List<FileSystemInfo> List(DirectoryInfo folder)
    {
        var entries = new List<FileSystemInfo>();
        try
        {
            entries.AddRange(folder.EnumerateFileSystemInfos());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem(LogProblems.Folder(folder.FullName, failure));
        }

        return entries;
    }
}
