using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>Walks signatures and keeps the assemblies of the types that occur in them.</summary>
internal sealed class AssembliesNamed : ISignatureTypeProvider<bool, object?>
{
    public HashSet<string> Names { get; } = [];

    public void Add(MetadataReader metadata, EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeReference && !type.IsNil)
        {
            GetTypeFromReference(metadata, (TypeReferenceHandle)type, 0);
        }
        else if (type.Kind == HandleKind.TypeSpecification)
        {
            GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)type, 0);
        }
    }

    public void AddConstraints(MetadataReader metadata, GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(each => metadata.GetGenericParameter(each).GetConstraints()))
        {
            Add(metadata, metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    public void AddAttributes(MetadataReader metadata, CustomAttributeHandleCollection attributes)
    {
        foreach (var constructor in attributes.Select(each => metadata.GetCustomAttribute(each).Constructor).Where(each => each.Kind == HandleKind.MemberReference))
        {
            Add(metadata, metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent);
        }
    }

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        if (scope.Kind == HandleKind.TypeReference)
        {
            return GetTypeFromReference(reader, (TypeReferenceHandle)scope, rawTypeKind);
        }

        return scope.Kind == HandleKind.AssemblyReference
            && Names.Add(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name));
    }

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

    public bool GetArrayType(bool elementType, ArrayShape shape) => false;

    public bool GetByReferenceType(bool elementType) => false;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;

    public bool GetPinnedType(bool elementType) => false;

    public bool GetPointerType(bool elementType) => false;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

    public bool GetSZArrayType(bool elementType) => false;
}
