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

    private PassedOver _others;
    private PassedOver _empty;
    private PassedOver _links;

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
                    else
                    {
                        _links.Add(folder);
                    }
                }
                else if (!IsLog(entry.Name))
                {
                    _others.Add(entry);
                }
                else if (IsEmpty((FileInfo)entry))
                {
                    PassEmpty((FileInfo)entry);
                }
                else
                {
                    yield return (FileInfo)entry;
                }
            }
        }

        Tell(_others, $"file(s) in {path} whose names are not those of logs (.json, .jsonl, .ndjson, .log, .gz)", "Name a file itself to have it read.");
        Tell(_empty, $"file(s) in {path} that are empty, or pipes", "Name a pipe itself to have it read.");
        Tell(_links, $"link(s) in {path} to folders", "Name a folder itself to have it read.");
    }

    private void Tell(PassedOver passed, string what, string how)
    {
        if (passed.Count > 0)
        {
            tell($"Passed over {passed.Count} {what}, the first being {passed.First}. {how}");
        }
    }

    private void PassEmpty(FileInfo file)
    {
        if (file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            problem(LogProblems.CutToNothing(file.FullName));
        }
        else
        {
            _empty.Add(file);
        }
    }

    /// <summary>Whether a file has no bytes that are sure to come: to open a pipe is to wait until somebody writes to it.</summary>
    private static bool IsEmpty(FileInfo file)
    {
        try
        {
            return FileLength.Of(file) == 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it tells why not.
            return false;
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

    private struct PassedOver
    {
        internal long Count { get; private set; }

        internal string? First { get; private set; }

        internal void Add(FileSystemInfo entry)
        {
            Count++;
            First ??= entry.FullName;
        }
    }
}
