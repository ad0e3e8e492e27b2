using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Catalogue;

/// <summary>
/// Merges a service model into a catalogue. The model says which operations there are, whether they read or write, and where
/// identifiers and sensitive values stand; everything else is curated and kept. An operation the model no longer has is kept as
/// well: records of past years still name it.
/// </summary>
internal static class CatalogueMerge
{
    internal static MergeResult Merge(OperationCatalogue catalogue, ServiceModel model, string? since)
    {
        List<TrailAction> merged = [];
        List<string> added = [], changed = [], needsReview = [];

        foreach (ModelOperation operation in model.Operations)
        {
            if (catalogue.TryGet(operation.Name, out TrailAction? known))
            {
                TrailAction updated = Updated(known, operation);
                changed.AddRange(Differences(known, updated));
                if (known.Access != updated.Access)
                {
                    needsReview.Add($"{known.Name}: the model now says {updated.Access}; see whether it is so, and what follows for its access level and sentence");
                }

                merged.Add(updated);
            }
            else
            {
                TrailAction placeholder = NewOperation.Placeholder(operation, since);
                added.Add(placeholder.Name);
                merged.Add(placeholder);
            }
        }

        HashSet<string> inModel = [.. model.Operations.Select(operation => operation.Name)];
        TrailAction[] absent = [.. catalogue.Actions.Where(action => !inModel.Contains(action.Name))];
        merged.AddRange(absent);

        needsReview.AddRange(merged
            .Where(action => !action.IsDocumentedOnly && action.Inferred.Contains(nameof(TrailAction.Description)))
            .Select(action => $"{action.Name}: find its event class, access level, resource, IAM action, callers and date, and write its sentence"));
        needsReview.AddRange(catalogue.Actions
            .Where(action => action.IsDocumentedOnly && inModel.Contains(action.Name))
            .Select(action => $"{action.Name}: the model has it now; go over its sentence, note and what is marked as inferred"));
        needsReview.AddRange(model.UnknownIdentifierShapes
            .Select(shape => $"{shape}: say in IdentifierShapes whether it identifies a Deadline Cloud resource"));

        return new MergeResult(
            new OperationCatalogue(model.ApiVersion, merged),
            added,
            [.. absent.Where(action => !action.IsDocumentedOnly).Select(action => action.Name)],
            changed,
            needsReview);
    }

    private static TrailAction Updated(TrailAction known, ModelOperation operation) => new()
    {
        Name = known.Name,
        EventClass = known.EventClass,
        CloudTrailResourceType = known.CloudTrailResourceType,
        Access = NewOperation.Access(operation),
        AccessLevel = known.AccessLevel,
        ResourceType = known.ResourceType,
        IamAction = known.IamAction,
        Since = known.Since,
        CalledBy = known.CalledBy,
        MinimumMembershipLevel = known.MinimumMembershipLevel,
        IsShared = known.IsShared,
        Inferred = known.Inferred,
        Description = known.Description,
        Note = known.Note,
        RequestIdentifiers = Ordered(known.RequestIdentifiers, operation.RequestIdentifiers),
        ResponseIdentifiers = Ordered(known.ResponseIdentifiers, operation.ResponseIdentifiers),
        SensitiveParameters = Ordered(known.SensitiveParameters, operation.SensitiveParameters),
    };

    /// <summary>Models are published with their members in another order from time to time, which says nothing: the catalogue keeps its own.</summary>
    private static IReadOnlyList<string> Ordered(IReadOnlyList<string> known, IReadOnlyList<string> now) =>
        known.Count == now.Count && !known.Except(now).Any() ? known : now;

    private static IEnumerable<string> Differences(TrailAction before, TrailAction after)
    {
        if (before.Access != after.Access)
        {
            yield return $"{after.Name}: {nameof(TrailAction.Access)} {before.Access} -> {after.Access}";
        }

        (string Name, Func<TrailAction, IReadOnlyList<string>> Of)[] lists =
        [
            (nameof(TrailAction.RequestIdentifiers), action => action.RequestIdentifiers),
            (nameof(TrailAction.ResponseIdentifiers), action => action.ResponseIdentifiers),
            (nameof(TrailAction.SensitiveParameters), action => action.SensitiveParameters),
        ];
        foreach ((string name, Func<TrailAction, IReadOnlyList<string>> of) in lists)
        {
            if (!of(before).SequenceEqual(of(after)))
            {
                yield return $"{after.Name}: {name} {string.Join(" ", Signed('-', of(before), of(after)).Concat(Signed('+', of(after), of(before))))}";
            }
        }
    }

    private static IEnumerable<string> Signed(char sign, IEnumerable<string> these, IEnumerable<string> others) =>
        these.Except(others).Select(path => sign + path);
}
