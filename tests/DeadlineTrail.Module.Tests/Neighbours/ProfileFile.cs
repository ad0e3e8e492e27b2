using System;
using System.IO;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>A credentials file of its own for one process.</summary>
internal sealed class ProfileFile : IDisposable
{
    public ProfileFile(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
