using System.Management.Automation;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Cmdlets;

/// <summary>Where a bookmark lies: a path as PowerShell knows it, from its own location, and never a pattern.</summary>
internal static class BookmarkPaths
{
    /// <summary>Gives the path of the file system; what leads elsewhere ends the cmdlet.</summary>
    internal static string Resolve(PSCmdlet cmdlet, string path)
    {
        string resolved;
        ProviderInfo provider;
        try
        {
            resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        }
        catch (DriveNotFoundException nothing)
        {
            cmdlet.ThrowTerminatingError(TrailErrors.PathNotFound(path, nothing));
            throw;
        }

        if (provider.Name != "FileSystem")
        {
            cmdlet.ThrowTerminatingError(TrailErrors.BookmarkNotAFile(path, provider.Name));
        }

        return LongPath.Of(resolved);
    }
}
