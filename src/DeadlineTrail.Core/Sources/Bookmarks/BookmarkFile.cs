using System;
using System.IO;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>A bookmark's file, and the ones beside it: FILE.pending of a deferred run, FILE.lock.</summary>
/// <param name="path">The full path.</param>
internal sealed class BookmarkFile(string path)
{
    /// <summary>Gets the full path.</summary>
    internal string Path { get; } = path;

    private string PendingPath => LongPath.Of(Path + ".pending");

    /// <summary>Reads the bookmark; null when there is none yet.</summary>
    /// <exception cref="BookmarkException">It cannot be read, or not be trusted.</exception>
    internal Bookmark? Read() => Read(Path);

    /// <summary>Reads what a deferred run left; null when there is nothing.</summary>
    /// <exception cref="BookmarkException">It cannot be read, or not be trusted.</exception>
    internal Bookmark? ReadPending() => Read(PendingPath);

    /// <summary>Takes the lock.</summary>
    /// <exception cref="BookmarkException">Another run holds it.</exception>
    internal BookmarkLock Lock() => BookmarkLock.Take(Path);

    /// <summary>Puts a bookmark in the place of the one before. What was deferred earlier is overtaken by it.</summary>
    internal void Write(Bookmark bookmark) => Reached(() =>
    {
        Replace(Path, BookmarkWriter.Write(bookmark));
        File.Delete(PendingPath);
    });

    /// <summary>Leaves a bookmark for later.</summary>
    internal void WritePending(Bookmark bookmark) => Reached(() => Replace(PendingPath, BookmarkWriter.Write(bookmark)));

    /// <summary>Takes away what a deferred run left.</summary>
    /// <param name="first">The bookmark to begin with, where there is none yet and its start is that of the deferred run.</param>
    internal void Discard(Bookmark? first)
    {
        if (!File.Exists(PendingPath))
        {
            return;
        }

        if (first is not null)
        {
            Write(first);
            return;
        }

        Reached(() => File.Delete(PendingPath));
    }

    /// <summary>Puts the deferred bookmark in the place of the one before.</summary>
    /// <exception cref="BookmarkException">There is none, it does not continue the one before, or a run is under way.</exception>
    internal void Complete()
    {
        if (!File.Exists(PendingPath))
        {
            throw new BookmarkException(
                BookmarkProblem.NothingPending, Path, $"There is no deferred run of the bookmark \"{Path}\" to complete: \"{PendingPath}\" does not exist. Was Get-DeadlineTrailEvent called with -DeferBookmark, and did it come to its end?");
        }

        using var held = Lock();
        if (ReadPending() is { } pending && (Read()?.Run ?? 0) + 1 != pending.Run)
        {
            throw new BookmarkException(
                BookmarkProblem.Outdated, Path, $"\"{PendingPath}\" does not continue the bookmark \"{Path}\": the bookmark was changed since that run began. It was left as it is; delete \"{PendingPath}\", and the next run returns what is missing.");
        }

        Reached(() => Move(PendingPath, Path));
    }

    private Bookmark? Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BookmarkException(BookmarkProblem.Inaccessible, Path, $"The bookmark \"{path}\" cannot be read, so nothing else was: {failure.Message}", failure);
        }

        return BookmarkReader.Read(bytes, path);
    }

    private void Reached(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BookmarkException(BookmarkProblem.Inaccessible, Path, $"The bookmark \"{Path}\" cannot be written, so what was returned will be returned again: {failure.Message}", failure);
        }
    }

    /// <summary>Whoever looks sees the old file or the new one, whole; a machine that loses its power, too.</summary>
    private static void Replace(string path, byte[] bytes)
    {
        var temporary = LongPath.Of($"{path}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = OwnersFile.Open(temporary, FileMode.CreateNew, FileShare.None))
            {
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(to))
        {
            File.Replace(from, to, null);
        }
        else
        {
            File.Move(from, to);
        }
    }
}
