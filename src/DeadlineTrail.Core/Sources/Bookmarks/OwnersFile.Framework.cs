using System.IO;

namespace DeadlineTrail.Sources.Bookmarks;

/// <summary>Files that only their owner may read. On Windows a new file has the rights of its folder.</summary>
internal static class OwnersFile
{
    /// <summary>Opens a file to write.</summary>
    internal static FileStream Open(string path, FileMode mode, FileShare share) => new(path, mode, FileAccess.ReadWrite, share);
}
