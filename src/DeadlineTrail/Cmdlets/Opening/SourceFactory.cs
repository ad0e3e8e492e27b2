using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Deadline;
using DeadlineTrail.Loading;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Opens what a specification names. The AWS SDK is loaded here, by the first source that needs it.</summary>
/// <param name="output">Who is told of a trail that cannot be found; null where none is looked up.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class SourceFactory(PipelineOutput? output, CancellationToken cancellation)
{
    /// <summary>Opens a source.</summary>
    /// <param name="place">Where to read.</param>
    /// <param name="settings">How to reach AWS; asked for only where AWS is needed.</param>
    /// <param name="reach">How far around what is named it is read.</param>
    /// <exception cref="AwsSetupException">AWS cannot be asked at all.</exception>
    /// <exception cref="FormatException">A Region is named that cannot be one.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal OpenedSource Open(SourceSpecification place, Func<AwsSettings> settings, SourceReach reach)
    {
        if (place.Paths is not null)
        {
            return new OpenedSource(new FileTrailSource(place.Paths));
        }

        var aws = Await(AwsAssembly.Services.OpenAsync(settings(), cancellation));
        OpenBuckets? buckets = null;
        try
        {
            if (place.IsEventHistory)
            {
                var regions = HistoryRegions.Of(aws, place.Regions, place.AllRegion, cancellation);
                if (reach == SourceReach.SignIns)
                {
                    regions = HistoryRegions.WithGlobalServices(aws, regions, DeadlineService.SignInEventSource, DeadlineService.StsEventSource);
                }

                return new OpenedSource(new EventHistorySource(aws.EventHistory, aws.QuotaOwner, regions), aws) { HistoryRegions = regions.Select(static region => region.Name).ToArray() };
            }

            buckets = new OpenBuckets(bucket => Await(aws.OpenBucketAsync(new BucketPlace(bucket, place.BucketRegion, place.RequesterPays) { AtOnce = place.ThrottleLimit }, cancellation)));
            return new OpenedSource(place.Objects.Count > 0 ? Objects(place, buckets) : Trails(place, buckets, aws, reach), buckets, aws);
        }
        catch
        {
            buckets?.Dispose();
            aws.Dispose();
            throw;
        }
    }

    private static ObjectTrailSource Objects(SourceSpecification place, OpenBuckets buckets) =>
        new(place.Objects.Distinct().Select(each => new BucketLogFile(buckets[each.BucketName], each.BucketName, new StoredLog(each.Key, null, null))).ToArray())
        {
            ThrottleLimit = place.ThrottleLimit,
        };

    private BucketTrailSource Trails(SourceSpecification place, OpenBuckets buckets, IAwsSession aws, SourceReach reach) =>
        new(Located(place.Trails, aws).Distinct().Select(each => (buckets[each.BucketName], Scope(place, each, reach))).ToArray())
        {
            ThrottleLimit = place.ThrottleLimit,
        };

    private IEnumerable<TrailPlace> Located(IEnumerable<TrailReference> trails, IAwsSession aws)
    {
        foreach (var trail in trails.Distinct())
        {
            if (trail.BucketName.Length > 0)
            {
                yield return new TrailPlace(trail.BucketName, trail.KeyPrefix);
            }
            else if (Find(aws, trail.Name!) is { } found)
            {
                yield return found;
            }
        }
    }

    private TrailPlace? Find(IAwsSession aws, string name)
    {
        try
        {
            var found = Await(aws.FindTrailAsync(name, cancellation));
            if (found is null)
            {
                output?.Error(TrailErrors.TrailNotFound(name));
            }

            return found;
        }
        catch (AwsCallException failure)
        {
            output?.Error(TrailErrors.TrailLookupFailed(name, failure));
            return null;
        }
    }

    private static BucketScope Scope(SourceSpecification place, TrailPlace trail, SourceReach reach) => new()
    {
        BucketName = trail.BucketName,
        KeyPrefix = trail.KeyPrefix,
        OrganizationId = place.OrganizationId,
        AccountIds = place.AccountIds,
        Regions = FolderRegions(place.Regions, reach),
        EveryFolder = reach == SourceReach.SignIns,
        DeliverySlack = place.DeliverySlack,
    };

    /// <summary>
    /// Which Regions' folders are read. Deadline Cloud's records lie in the folder of their own Region; those of global
    /// services may lie elsewhere.
    /// </summary>
    private static IReadOnlyList<string> FolderRegions(IReadOnlyList<string>? named, SourceReach reach) =>
        named is null || named.Any(TextFilter.HasWildcard) ? []
        : reach == SourceReach.Farm ? named
        : named.Append(HistoryRegions.OfGlobalServices).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();

    // On the pipeline's thread, until Ctrl+C at the latest.
    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
