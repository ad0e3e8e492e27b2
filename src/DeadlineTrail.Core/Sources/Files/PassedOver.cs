using System;

namespace DeadlineTrail.Sources.Files;

/// <summary>What is not read in a folder: how much, and the first by name.</summary>
internal sealed class PassedOver
{
    /// <summary>Gets how many there are.</summary>
    internal long Count { get; private set; }

    /// <summary>Gets the path of the first; null while there is none.</summary>
    internal string? First { get; private set; }

    /// <summary>Counts one.</summary>
    internal void Add(string path)
    {
        Count++;
        if (First is null || StringComparer.Ordinal.Compare(path, First) < 0)
        {
            First = path;
        }
    }
}
