using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;
using DeadlineTrail.Recording;

namespace DeadlineTrail.History;

/// <summary>Which calls a history is made of, as far as it is known of what type the resource is.</summary>
internal static class HistoryNeeds
{
    /// <summary>Gives the calls; none for a resource of which only a name is known.</summary>
    /// <param name="resources">What the history is of.</param>
    /// <param name="types">The types that a resource with a name may be of.</param>
    /// <param name="includeChildren">Whether what belongs to it is in the history.</param>
    internal static IReadOnlyList<RecordableCall> Calls(IEnumerable<string> resources, IReadOnlyList<string> types, bool includeChildren)
    {
        var references = resources.Select(static text => ResourceReference.Parse(text, out _)).OfType<ResourceReference>().ToList();
        return OperationCatalogue.Current.Actions
            .Where(action => HistoryVerbs.Of(action.Name, out _, out _) != HistoryVerb.None && references.Exists(reference => IsNeeded(reference, action)))
            .Select(RecordableCall.Of).Where(static call => call.IsListed).ToList();

        bool IsNeeded(ResourceReference reference, TrailAction action) =>
            reference.Id is null ? types.Contains(action.ResourceType, StringComparer.OrdinalIgnoreCase)
            : reference.Kind is not { } kind ? ResourceTypes.IsPair(action.ResourceType)
            : action.ResourceType == kind.ToString() || (includeChildren && action.RequestIdentifiers.Intersect(ResourceTypes.IdentifiersOf(kind.ToString())).Any());
    }
}
