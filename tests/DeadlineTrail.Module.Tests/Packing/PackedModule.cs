using System;
using System.IO;
using DeadlineTrail.Module.Tests.Hosting;
using DeadlineTrail.Package.Contents;

namespace DeadlineTrail.Module.Tests.Packing;

/// <summary>A package of the build in a temporary folder, for tests to look at or to spoil.</summary>
public sealed class PackedModule : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("deadlinetrail-packed-");

    public PackedModule()
        : this(new Uri("https://project.example/deadlinetrail"))
    {
        PackageFolder.Seal(Checkout.Root, Folder, mustBeSigned: false);
    }

    private PackedModule(Uri? projectUri) => Folder = PackageFolder.LayOut(Checkout.Root, _temporary.FullName, projectUri);

    public string Folder { get; }

    /// <summary>One that is laid out and not sealed yet.</summary>
    internal static PackedModule Open(Uri? projectUri = null) => new(projectUri);

    public string this[string file] => Path.Combine(Folder, file);

    public void Dispose() => _temporary.Delete(recursive: true);
}
