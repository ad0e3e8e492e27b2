using System.Linq;
using System.Reflection.Metadata;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>A type found in the assembly that defines it.</summary>
internal sealed record DefinedType(AssemblySet Assemblies, BuiltAssembly Assembly, TypeDefinitionHandle Handle)
{
    private TypeDefinition Definition => Assembly.Metadata.GetTypeDefinition(Handle);

    /// <summary>Whether the type, or one it derives from, has the member.</summary>
    /// <remarks>
    /// Signatures are compared with a base's type parameters as that base numbers them, which no compiler's reference
    /// needs otherwise: a member inherited through a generic base is referred to by that base.
    /// </remarks>
    public bool Has(string name, string signature) => HasItself(name, signature) || (Base()?.Has(name, signature) ?? false);

    private bool HasItself(string name, string signature)
    {
        var metadata = Assembly.Metadata;
        return Definition.GetMethods().Select(metadata.GetMethodDefinition).Any(method =>
                metadata.StringComparer.Equals(method.Name, name)
                && TypeNames.Method(method.DecodeSignature(TypeNames.Instance, null)) == signature)
            || Definition.GetFields().Select(metadata.GetFieldDefinition).Any(field =>
                metadata.StringComparer.Equals(field.Name, name)
                && field.DecodeSignature(TypeNames.Instance, null) == signature);
    }

    private DefinedType? Base() => Definition.BaseType.IsNil ? null : Assemblies.FindType(Assembly, Definition.BaseType);
}
