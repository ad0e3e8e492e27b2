using System;
using System.IO;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// A bookmark's file, and the ones beside it: FILE.pending of a deferred run, FILE.withdrawn of a first one that was never
/// completed, FILE.lock.
/// </summary>
/// <param name="path">The full path.</param>
internal sealed class BookmarkFile(string path)
{
    /// <summary>Gets the full path.</summary>
    internal string Path { get; } = path;

    /// <summary>Gets a value indicating whether a deferred run waits to be completed.</summary>
    internal bool HasPending => File.Exists(PendingPath);

    private string PendingPath => LongPath.Of(Path + ".pending");

    private string WithdrawnPath => LongPath.Of(Path + ".withdrawn");

    /// <summary>Reads the bookmark; null when there is none yet.</summary>
    /// <exception cref="BookmarkException">It cannot be read, or not be trusted.</exception>
    internal Bookmark? Read() => Read(Path);

    /// <summary>Reads what a deferred run left that does not count; null when there is nothing.</summary>
    /// <exception cref="BookmarkException">It cannot be read, or not be trusted.</exception>
    internal Bookmark? ReadUncounted() => Read(PendingPath) ?? Read(WithdrawnPath);

    /// <summary>Takes the lock for a run. What a run before it deferred cannot be completed from now on: it will be given
    /// again, by this run or, where this one comes to nothing, by another.</summary>
    /// <exception cref="BookmarkException">Another run holds it, or the files cannot be written.</exception>
    internal BookmarkLock Lock()
    {
        var held = BookmarkLock.Take(Path);
        try
        {
            Withdraw();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Puts a bookmark in the place of the one before. What was deferred earlier is overtaken by it.</summary>
    internal void Write(Bookmark bookmark) => Reached(() =>
    {
        Replace(Path, BookmarkWriter.Write(bookmark));
        File.Delete(PendingPath);
        File.Delete(WithdrawnPath);
    });

    /// <summary>Leaves a bookmark for later.</summary>
    internal void WritePending(Bookmark bookmark) => Reached(() => Replace(PendingPath, BookmarkWriter.Write(bookmark)));

    /// <summary>Puts the deferred bookmark in the place of the one before.</summary>
    /// <exception cref="BookmarkException">There is none, it does not continue the one before, or a run is under way.</exception>
    internal void Complete()
    {
        if (!HasPending)
        {
            throw new BookmarkException(
                BookmarkProblem.NothingPending, Path, $"There is no deferred run of the bookmark \"{Path}\" to complete: \"{PendingPath}\" does not exist. Was Get-DeadlineTrailEvent called with -DeferBookmark, and did it come to its end?");
        }

        using var held = BookmarkLock.Take(Path);
        if (Read(PendingPath) is { } pending && (Read()?.Run ?? 0) + 1 != pending.Run)
        {
            throw new BookmarkException(
                BookmarkProblem.Outdated, Path, $"\"{PendingPath}\" does not continue the bookmark \"{Path}\": the bookmark was changed since that run began. It was left as it is; delete \"{PendingPath}\", and the next run returns what is missing.");
        }

        Reached(() =>
        {
            File.Delete(WithdrawnPath);
            Move(PendingPath, Path);
        });
    }

    /// <summary>
    /// A first run's start is all that says since when events are owed, so its file is only put aside. A disk may be full,
    /// which may be why that run was not completed: nothing is written here, and nothing is read that could be damaged.
    /// </summary>
    private void Withdraw() => Reached(() =>
    {
        if (File.Exists(Path))
        {
            File.Delete(PendingPath);
            File.Delete(WithdrawnPath);
        }
        else if (HasPending)
        {
            Move(PendingPath, WithdrawnPath);
        }
    });

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
