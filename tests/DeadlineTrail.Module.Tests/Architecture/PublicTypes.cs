using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>What a user of an assembly can see of it, and which types of other assemblies that names.</summary>
internal sealed class PublicTypes(BuiltAssembly assembly)
{
    private readonly MetadataReader _metadata = assembly.Metadata;

    /// <summary>Type by type: "type: assembly of a type that it names".</summary>
    public IEnumerable<(string Type, string NamedAssembly)> NamedAssemblies()
    {
        foreach (var handle in _metadata.TypeDefinitions.Where(IsVisible))
        {
            var named = new AssembliesNamed();
            Visit(_metadata.GetTypeDefinition(handle), named);
            foreach (var name in named.Names)
            {
                yield return (TypeNames.Of(_metadata, handle), name);
            }
        }
    }

    private void Visit(TypeDefinition type, AssembliesNamed named)
    {
        named.Add(_metadata, type.BaseType);
        named.AddAttributes(_metadata, type.GetCustomAttributes());
        foreach (var each in type.GetInterfaceImplementations())
        {
            named.Add(_metadata, _metadata.GetInterfaceImplementation(each).Interface);
        }

        named.AddConstraints(_metadata, type.GetGenericParameters());
        foreach (var field in type.GetFields().Select(_metadata.GetFieldDefinition).Where(each => IsVisible(each.Attributes & FieldAttributes.FieldAccessMask)))
        {
            field.DecodeSignature(named, null);
            named.AddAttributes(_metadata, field.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_metadata.GetMethodDefinition).Where(each => IsVisible((FieldAttributes)(each.Attributes & MethodAttributes.MemberAccessMask))))
        {
            method.DecodeSignature(named, null);
            named.AddConstraints(_metadata, method.GetGenericParameters());
            named.AddAttributes(_metadata, method.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
        {
            named.AddAttributes(_metadata, property.GetCustomAttributes());
        }
    }

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    /// <summary>Fields and methods number their accessibilities alike.</summary>
    private static bool IsVisible(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
