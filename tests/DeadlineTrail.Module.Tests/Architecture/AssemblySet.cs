using System;
using System.Collections.Generic;
using System.Reflection.Metadata;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>Assemblies by simple name, as Windows PowerShell would find them; the first of a name wins.</summary>
internal sealed class AssemblySet
{
    private readonly Dictionary<string, BuiltAssembly> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    public AssemblySet(IEnumerable<BuiltAssembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            _assemblies.TryAdd(assembly.Name, assembly);
        }
    }

    public BuiltAssembly? Find(string name) => _assemblies.GetValueOrDefault(name);

    /// <summary>Where a type that is asked of an assembly really is, after all forwards.</summary>
    public DefinedType? FindType(string assemblyName, string typeName)
    {
        for (var (name, steps) = (assemblyName, 0); steps < 10 && Find(name) is { } assembly; steps++)
        {
            if (assembly.Type(typeName) is { } type)
            {
                return new DefinedType(this, assembly, type);
            }

            if (assembly.ForwardedTo(typeName) is not { } target)
            {
                return null;
            }

            name = target;
        }

        return null;
    }

    /// <summary>The type a handle of some assembly stands for; null when there is none.</summary>
    public DefinedType? FindType(BuiltAssembly user, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return new DefinedType(this, user, (TypeDefinitionHandle)handle);
            case HandleKind.TypeReference:
                var reference = (TypeReferenceHandle)handle;
                return FindType(Scope(user, reference), TypeNames.Of(user.Metadata, reference));
            case HandleKind.TypeSpecification:
                return GenericTypeOf(user, (TypeSpecificationHandle)handle) is { } generic ? FindType(user, generic) : null;
            default:
                throw new NotSupportedException($"A parent of kind {handle.Kind}");
        }
    }

    /// <summary>The List`1 of a List`1&lt;int&gt;; null for arrays, pointers and type parameters, which have no definition.</summary>
    public static EntityHandle? GenericTypeOf(BuiltAssembly user, TypeSpecificationHandle handle)
    {
        var blob = user.Metadata.GetBlobReader(user.Metadata.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadCompressedInteger(); // class or value type
        return blob.ReadTypeHandle();
    }

    private static string Scope(BuiltAssembly user, TypeReferenceHandle handle)
    {
        var scope = user.Metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => Scope(user, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => user.Metadata.GetString(user.Metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => user.Name,
        };
    }
}
