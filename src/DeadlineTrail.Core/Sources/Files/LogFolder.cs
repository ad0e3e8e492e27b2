using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace DeadlineTrail.Sources.Files;

/// <summary>
/// Finds the logs below a folder. A trail has a folder for every day of every Region of every account, and a disk, a share
/// all the more, answers several questions in the time of one: so several folders are listed at once.
/// </summary>
internal sealed class LogFolder(Action<TrailProblem> problem, Action<string> tell, CancellationToken cancellation)
{
    private const int MostThreads = 4;

    // A folder is taken as it is found: notes, scripts and lists beside the logs claim to be nothing else.
    private static readonly string[] LogExtensions = [".json", ".gz", ".jsonl", ".ndjson", ".log"];

    private readonly object _gate = new();
    private readonly Stack<DirectoryInfo> _open = new();
    private readonly List<LocalLogFile> _found = [];
    private readonly List<TrailProblem> _problems = [];
    private readonly PassedOver _others = new();
    private readonly PassedOver _empty = new();
    private readonly PassedOver _links = new();
    private readonly List<Thread> _helpers = [];
    private Exception? _failure;
    private int _busy;

    /// <summary>Gives the logs of a folder and the folders in it, in any order; what cannot be listed is told and passed over.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal IReadOnlyList<LocalLogFile> Find(string path)
    {
        _open.Push(new DirectoryInfo(LongPath.Of(path)));
        List();
        foreach (var helper in _helpers)
        {
            helper.Join();
        }

        cancellation.ThrowIfCancellationRequested();
        if (_failure is not null)
        {
            throw new InvalidOperationException($"The search for logs in {path} failed unexpectedly: {_failure.Message}", _failure);
        }

        foreach (var each in _problems.OrderBy(static each => each.Target, StringComparer.Ordinal))
        {
            problem(each);
        }

        Tell(_others, $"file(s) in {path} whose names are not those of logs (.json, .jsonl, .ndjson, .log, .gz)", "Name a file itself to have it read.");
        Tell(_empty, $"file(s) in {path} that are empty, or pipes", "Name a pipe itself to have it read.");
        Tell(_links, $"link(s) in {path} to folders", "Name a folder itself to have it read.");
        return _found;
    }

    private static bool IsLog(string name) =>
        Array.Exists(LogExtensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private void Tell(PassedOver passed, string what, string how)
    {
        if (passed.Count > 0)
        {
            tell($"Passed over {passed.Count} {what}, the first being {passed.First}. {how}");
        }
    }

    /// <summary>Lists one folder after the other until none is left; called by every thread.</summary>
    private void List()
    {
        try
        {
            while (Next() is { } folder)
            {
                var entries = EntriesOf(folder, out var failed);
                var logs = new List<LocalLogFile>(entries.Count);
                foreach (var entry in entries)
                {
                    if (entry is FileInfo file && IsLog(file.Name))
                    {
                        logs.Add(LocalLogFile.Of(file));
                    }
                }

                Take(entries, logs, failed);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            lock (_gate)
            {
                _failure ??= failure;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private DirectoryInfo? Next()
    {
        lock (_gate)
        {
            while (_open.Count == 0 && _busy > 0 && _failure is null && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            if (_open.Count == 0 || _failure is not null || cancellation.IsCancellationRequested)
            {
                return null;
            }

            _busy++;
            return _open.Pop();
        }
    }

    private void Take(List<FileSystemInfo> entries, List<LocalLogFile> logs, TrailProblem? failed)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                // A link to a folder may lead back up; what it leads to is found where it is.
                if (entry is not DirectoryInfo folder)
                {
                    if (!IsLog(entry.Name))
                    {
                        _others.Add(entry.FullName);
                    }
                }
                else if ((folder.Attributes & FileAttributes.ReparsePoint) == 0)
                {
                    _open.Push(folder);
                }
                else
                {
                    _links.Add(folder.FullName);
                }
            }

            foreach (var log in logs)
            {
                Take(log);
            }

            if (failed is not null)
            {
                _problems.Add(failed);
            }

            _busy--;
            while (_helpers.Count + 1 < Math.Min(_open.Count, Math.Min(MostThreads, Environment.ProcessorCount)))
            {
                var helper = new Thread(List) { IsBackground = true, Name = "DeadlineTrail lister" };
                _helpers.Add(helper);
                helper.Start();
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>To open a pipe is to wait until somebody writes to it: what has no bytes that are sure to come is left out.</summary>
    private void Take(LocalLogFile log)
    {
        if (log.Length > 0 || log.Failure is not null)
        {
            _found.Add(log);
        }
        else if (log.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            _problems.Add(LogProblems.CutToNothing(log.Path));
        }
        else
        {
            _empty.Add(log.Path);
        }
    }

    private static List<FileSystemInfo> EntriesOf(DirectoryInfo folder, out TrailProblem? failed)
    {
        var entries = new List<FileSystemInfo>();
        failed = null;
        try
        {
            entries.AddRange(folder.EnumerateFileSystemInfos());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed = LogProblems.Folder(folder.FullName, failure);
        }

        return entries;
    }
}
