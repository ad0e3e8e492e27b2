using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Which Regions' Event history is asked.</summary>
internal static class HistoryRegions
{
    // "For most global services, events are logged as occurring in US East (N. Virginia) Region, but some global service
    // events are logged as occurring in other Regions, such as US East (Ohio) Region or US West (Oregon) Region.",
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html.
    internal const string OfGlobalServices = "us-east-1";

    /// <summary>Those that are named, those that match a pattern, all of the partition, or the one that is the default.</summary>
    /// <param name="aws">AWS.</param>
    /// <param name="named">Names and patterns; null for the default Region.</param>
    /// <param name="all">Whether all Regions of the partition are meant.</param>
    /// <param name="cancellation">Stops the search for the default Region.</param>
    /// <exception cref="AwsSetupException">Nothing says which Region is meant.</exception>
    /// <exception cref="FormatException">What is named cannot be a Region; the message says why.</exception>
    internal static IReadOnlyList<HistoryRegion> Of(IAwsSession aws, IReadOnlyList<string>? named, bool all, CancellationToken cancellation)
    {
        if (named is null && !all)
        {
            return [Checked(Default(aws, cancellation))];
        }

        var regions = new List<HistoryRegion>();
        foreach (var name in named ?? ["*"])
        {
            if (TextFilter.HasWildcard(name))
            {
                regions.AddRange(Matching(aws, name, cancellation));
            }
            else
            {
                regions.Add(Checked(name));
            }
        }

        return [.. regions.GroupBy(static region => region.Name, StringComparer.Ordinal).Select(static same => same.FirstOrDefault(static region => region.IsNamed) ?? same.First())];
    }

    /// <summary>Adds the Region in which global services are recorded, for those services alone.</summary>
    internal static IReadOnlyList<HistoryRegion> WithGlobalServices(IAwsSession aws, IReadOnlyList<HistoryRegion> regions, params string[] eventSources) =>
        regions.Any(static region => region.Name == OfGlobalServices) || !aws.RegionsBeside(regions[0].Name).Contains(OfGlobalServices)
            ? regions
            : [.. regions, new HistoryRegion(OfGlobalServices, IsNamed: false) { EventSources = eventSources }];

    /// <summary>Where to ask whose the credentials are: in the default Region first, which is enabled if any is, and then in each
    /// that is read, of which any may not be.</summary>
    internal static IReadOnlyList<string> ThatMayKnowTheCaller(IAwsSession aws, IReadOnlyList<string> regions, CancellationToken cancellation)
    {
        try
        {
            var first = Default(aws, cancellation);
            return aws.RegionsBeside(regions[0]).Contains(first) ? [.. regions.Prepend(first).Distinct(StringComparer.Ordinal)] : regions;
        }
        catch (AwsSetupException problem) when (problem.Problem == AwsSetupProblem.RegionMissing)
        {
            return regions;
        }
    }

    private static List<HistoryRegion> Matching(IAwsSession aws, string pattern, CancellationToken cancellation)
    {
        var test = new NamePattern(pattern);
        var found = aws.RegionsBeside(SomeRegion(aws, cancellation)).Where(test.IsMatch).Select(static name => new HistoryRegion(name, IsNamed: false)).ToList();
        return found.Count > 0 ? found : throw new FormatException($"No AWS Region that is known here matches \"{pattern}\".");
    }

    private static string Default(IAwsSession aws, CancellationToken cancellation) => PipelineThread.Await(aws.FindRegionAsync(cancellation));

    /// <summary>Where nothing says which Region is meant, the partition is most likely the one of nearly everybody.</summary>
    private static string SomeRegion(IAwsSession aws, CancellationToken cancellation)
    {
        try
        {
            return Default(aws, cancellation);
        }
        catch (AwsSetupException problem) when (problem.Problem == AwsSetupProblem.RegionMissing)
        {
            return OfGlobalServices;
        }
    }

    /// <summary>A Region's name becomes part of the name of the host that signed requests go to.</summary>
    private static HistoryRegion Checked(string name)
    {
        var region = name.ToLowerInvariant();
        return RegionName.IsValid(region)
            ? new HistoryRegion(region, IsNamed: true)
            : throw new FormatException($"\"{name}\" is not the name of an AWS Region, such as eu-central-1.");
    }
}
