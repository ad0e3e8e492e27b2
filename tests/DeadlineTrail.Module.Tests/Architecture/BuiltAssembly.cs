using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>An assembly as its metadata tables show it; it is never loaded, so it may be of any framework.</summary>
[SuppressMessage("Design", "CA1001", Justification = "What is to be disposed of is memory that is needed as long as this is.")]
internal sealed class BuiltAssembly
{
    private readonly PEReader _file;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _forwards = new(StringComparer.Ordinal);

    private BuiltAssembly(string path)
    {
        _file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        Metadata = _file.GetMetadataReader();
        Path = path;
        foreach (var handle in Metadata.TypeDefinitions)
        {
            _types[TypeNames.Of(Metadata, handle)] = handle;
        }

        foreach (var forward in Metadata.ExportedTypes.Select(Metadata.GetExportedType).Where(type => type.IsForwarder))
        {
            var target = Metadata.GetAssemblyReference((AssemblyReferenceHandle)forward.Implementation);
            _forwards[TypeNames.Join(Metadata.GetString(forward.Namespace), Metadata.GetString(forward.Name))] = Metadata.GetString(target.Name);
        }
    }

    public MetadataReader Metadata { get; }

    public string Path { get; }

    public string Name => Metadata.GetString(Metadata.GetAssemblyDefinition().Name);

    public Version Version => Metadata.GetAssemblyDefinition().Version;

    /// <summary>Name and version of each assembly this one was compiled against.</summary>
    public IEnumerable<(string Name, Version Version)> References =>
        Metadata.AssemblyReferences.Select(Metadata.GetAssemblyReference).Select(each => (Metadata.GetString(each.Name), each.Version));

    public static BuiltAssembly Read(string path) => new(path);

    /// <summary>Null for a file that is no managed assembly.</summary>
    public static BuiltAssembly? TryRead(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata && file.GetMetadataReader().IsAssembly ? new BuiltAssembly(path) : null;
    }

    public TypeDefinitionHandle? Type(string fullName) => _types.TryGetValue(fullName, out var handle) ? handle : null;

    /// <summary>The assembly a type was moved to; nested types move with their outermost one.</summary>
    public string? ForwardedTo(string fullName) => _forwards.GetValueOrDefault(fullName.Split('+')[0]);

    public override string ToString() => Name;
}
