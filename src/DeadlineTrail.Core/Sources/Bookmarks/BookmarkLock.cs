using System;
using System.IO;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>
/// Holds a bookmark for one run. What counts is the handle, which the system closes whatever ends the process; the file
/// beside the bookmark stays, since to delete it would let two runs in, one with the old file and one with a new.
/// </summary>
internal sealed class BookmarkLock : IDisposable
{
    private readonly FileStream _handle;

    private BookmarkLock(FileStream handle) => _handle = handle;

    /// <summary>Takes the lock of a bookmark.</summary>
    /// <exception cref="BookmarkException">Another run holds it, or the file cannot be made.</exception>
    internal static BookmarkLock Take(string path)
    {
        try
        {
            return new BookmarkLock(OwnersFile.Open(LongPath.Of(path + ".lock"), FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            throw new BookmarkException(BookmarkProblem.Busy, path, $"Another run holds the bookmark \"{path}\" now, so nothing was read. Let it end first; if tasks overlap, have them start further apart.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BookmarkException(BookmarkProblem.Inaccessible, path, $"The bookmark \"{path}\" cannot be locked, so nothing was read: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, EWOULDBLOCK of Linux and of macOS.
    private static bool IsHeld(IOException failure) => (failure.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
