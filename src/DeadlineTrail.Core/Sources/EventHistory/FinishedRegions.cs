using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>Which Regions have nothing more to give, and up to when.</summary>
internal static class FinishedRegions
{
    /// <summary>Gives the Regions that were read to their end, and those that were passed over.</summary>
    /// <param name="lookups">All lookups; a Region may have one for each service.</param>
    /// <param name="end">The end of the range (ticks, UTC).</param>
    internal static IEnumerable<(string Region, long Until)> Of(IReadOnlyCollection<RegionLookup> lookups, long end)
    {
        foreach (var region in lookups.GroupBy(static lookup => lookup.Region.Name))
        {
            if (region.All(static lookup => lookup.IsFinished && lookup.Failure is null))
            {
                yield return (region.Key, Until(region, end));
            }
            else if (region.All(lookup => IsPassedOver(lookup, lookups)))
            {
                // It has no time of its own; that of the others is AWS's, too.
                yield return (region.Key, Until(lookups, end));
            }
        }
    }

    private static long Until(IEnumerable<RegionLookup> lookups, long end) => Math.Min(end, lookups.Min(lookup => lookup.FirstAnswer ?? end));

    /// <summary>
    /// A Region that nobody named and that the account has not enabled has no events: to wait for it would be to wait for
    /// ever. That it is not enabled is inferred where it does not know the credentials and another one does.
    /// </summary>
    private static bool IsPassedOver(RegionLookup lookup, IEnumerable<RegionLookup> all) =>
        !lookup.Region.IsNamed && lookup.Failure is { CompleteDownTo: null } failure
        && (failure.Failure == AwsFailure.RegionNotEnabled
            || (failure.Failure == AwsFailure.UnknownCredentials && all.Any(static other => other.FirstAnswer is not null || (other.IsFinished && other.Failure is null))));
}
