using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Deadline.Identifiers;
using DeadlineTrail.Recording;

namespace DeadlineTrail.History;

/// <summary>Which calls a history is made of, as far as it is known of what type the resource is.</summary>
internal static class HistoryNeeds
{
    /// <summary>Whether the calls are the same whatever is read: no resource is known by a name alone that may be of any type.</summary>
    /// <param name="resources">What the history is of.</param>
    /// <param name="types">The types that a resource with a name may be of; none for any.</param>
    internal static bool AreKnown(IEnumerable<string> resources, IReadOnlyList<string> types) =>
        types.Count > 0 || resources.All(static text => ResourceReference.Parse(text, out _) is not { Id: null });

    /// <summary>Gives the calls on the resources themselves.</summary>
    /// <param name="resources">What the history is of; of what is no resource at all there are none.</param>
    /// <param name="types">The types that a resource may be of which only a name is known; without them it has no calls.</param>
    /// <param name="includeChildren">Whether what belongs to it is in the history.</param>
    internal static IReadOnlyList<RecordableCall> Calls(IEnumerable<string> resources, IReadOnlyList<string> types, bool includeChildren)
    {
        var references = resources.Select(text => ResourceReference.Parse(text, out _, types.Count > 0)).OfType<ResourceReference>().ToList();
        return OperationCatalogue.Current.Actions
            .Where(action => HistoryVerbs.Of(action.Name, out _, out _) != HistoryVerb.None && references.Exists(reference => IsNeeded(reference, action)))
            .Select(RecordableCall.Of).Where(static call => call.IsListed).ToList();

        bool IsNeeded(ResourceReference reference, TrailAction action) =>
            reference.Id is null ? types.Contains(action.ResourceType, StringComparer.OrdinalIgnoreCase)
            : reference.Kind is not { } kind ? ResourceTypes.IsPair(action.ResourceType)
            : kind == IdentifierKind.Principal ? ResourceTypes.IsMember(action.ResourceType)
            : action.ResourceType == kind.ToString() || (includeChildren && action.RequestIdentifiers.Intersect(ResourceTypes.IdentifiersOf(kind.ToString())).Any());
    }
}
