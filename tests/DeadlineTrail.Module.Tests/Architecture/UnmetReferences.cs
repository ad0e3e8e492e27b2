using System.Collections.Generic;
using System.Reflection.Metadata;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>What an assembly refers to and a set of assemblies does not have.</summary>
internal static class UnmetReferences
{
    public static IEnumerable<string> Of(BuiltAssembly assembly, AssemblySet available)
    {
        foreach (var (name, version) in assembly.References)
        {
            if (available.Find(name) is not { } found)
            {
                yield return $"{assembly}: there is no assembly {name}";
            }
            else if (found.Version < version)
            {
                yield return $"{assembly}: {name} {version} is wanted, {found.Version} is there";
            }
        }

        var metadata = assembly.Metadata;
        foreach (var handle in metadata.TypeReferences)
        {
            if (available.FindType(assembly, handle) is null)
            {
                yield return $"{assembly}: there is no type {TypeNames.Of(metadata, handle)}";
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (HasDefinition(assembly, member.Parent)
                && available.FindType(assembly, member.Parent) is { } type
                && !type.Has(metadata.GetString(member.Name), Signature(member)))
            {
                yield return $"{assembly}: {type.Assembly} has no {TypeNames.Of(type.Assembly.Metadata, type.Handle)}.{metadata.GetString(member.Name)}: {Signature(member)}";
            }
        }
    }

    /// <summary>Arrays have methods that the runtime makes up.</summary>
    private static bool HasDefinition(BuiltAssembly assembly, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference or HandleKind.TypeDefinition => true,
        HandleKind.TypeSpecification => AssemblySet.GenericTypeOf(assembly, (TypeSpecificationHandle)parent) is not null,
        _ => false,
    };

    private static string Signature(MemberReference member) => member.GetKind() == MemberReferenceKind.Method
        ? TypeNames.Method(member.DecodeMethodSignature(TypeNames.Instance, null))
        : member.DecodeFieldSignature(TypeNames.Instance, null);
}
