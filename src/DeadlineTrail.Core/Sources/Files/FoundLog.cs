using System;
using System.IO;

namespace DeadlineTrail.Sources.Files;

/// <summary>A log that was found, with all that its name and the disk say of it before it is opened.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">What its name says; null when it is not one of CloudTrail's.</param>
/// <param name="Length">Its length; 0 where that cannot be told.</param>
/// <param name="Failure">Why its length cannot be told; else null.</param>
internal sealed record FoundLog(string Path, LogFileName? Name, long Length, Exception? Failure)
{
    /// <summary>Looks at a file.</summary>
    internal static FoundLog Of(FileInfo file)
    {
        var path = file.FullName;
        var name = LogFileName.TryParse(path);
        try
        {
            return new FoundLog(path, name, FileLength.Of(file), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new FoundLog(path, name, 0, failure);
        }
    }
}
