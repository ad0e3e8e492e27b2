using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace DeadlineTrail.Cmdlets;

/// <summary>Turns paths as PowerShell knows them into paths of the file system.</summary>
internal sealed class LogPaths(PSCmdlet cmdlet, PipelineOutput output)
{
    private const string FileSystem = "FileSystem";

    /// <summary>Gives the files and folders a path leads to; where it leads nowhere, an error is written.</summary>
    internal IReadOnlyList<string> Resolve(string path, bool isLiteral)
    {
        try
        {
            ProviderInfo provider;
            ICollection<string> resolved = isLiteral ? Literal(path, out provider) : cmdlet.GetResolvedProviderPathFromPSPath(path, out provider);
            if (provider.Name != FileSystem)
            {
                output.Error(TrailErrors.NotAFile(path, provider.Name));
                return [];
            }

            if (resolved.Count == 0)
            {
                output.Tell($"No file matches \"{path}\"." + (IsThere(path) ? " There is one of exactly this name: give it with -LiteralPath." : string.Empty));
            }

            return new List<string>(resolved);
        }
        catch (ItemNotFoundException nothing)
        {
            output.Error(TrailErrors.PathNotFound(path, nothing));
        }
        catch (System.Management.Automation.DriveNotFoundException nothing)
        {
            output.Error(TrailErrors.PathNotFound(path, nothing));
        }
        catch (Exception bracket) when (WildcardDamage.Is(bracket))
        {
            // A bracket that is never closed: the name itself.
            return Resolve(path, isLiteral: true);
        }

        return [];
    }

    private string[] Literal(string path, out ProviderInfo provider)
    {
        var resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        return provider.Name != FileSystem || Exists(resolved) ? [resolved] : throw new ItemNotFoundException();
    }

    private bool IsThere(string path) => Exists(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out _, out _));

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);
}
