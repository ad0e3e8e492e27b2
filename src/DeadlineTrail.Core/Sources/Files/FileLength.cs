using System.IO;

namespace DeadlineTrail.Sources.Files;

/// <summary>
/// How long a file is. The length of a link is that of its target's name where there are symbolic links; Windows gives 0.
/// </summary>
internal static class FileLength
{
    /// <summary>Gets the length of what is read when the file is.</summary>
    /// <exception cref="IOException">It cannot be told: the file is gone, or links lead round in a circle.</exception>
    internal static long Of(FileInfo file)
    {
#if NET
        if ((file.Attributes & FileAttributes.ReparsePoint) != 0 && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            return target.Length;
        }
#endif
        return file.Length;
    }
}
