using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DeadlineTrail.Deadline;
using DeadlineTrail.Loading;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Sources.Files;
using static DeadlineTrail.Cmdlets.Opening.PipelineThread;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Opens what a specification names. The AWS SDK is loaded here, by the first source that needs it.</summary>
/// <param name="output">Who is told of a trail that cannot be found; null where none is looked up.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class SourceFactory(PipelineOutput? output, CancellationToken cancellation)
{
    private readonly List<Func<TrailSource>> _trails = [];

    /// <summary>Gets what begins a run of a bookmark, once it is known of what, and in which Regions Event history is asked;
    /// null without a bookmark.</summary>
    internal Func<BookmarkSource, IReadOnlyList<string>, BookmarkRun>? BeginBookmark { get; init; }

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
                var regions = HistoryRegions.Of(aws, place.HistoryRegions.Count > 0 ? place.HistoryRegions : place.Regions, place.AllRegion, cancellation);
                if (reach == SourceReach.SignIns)
                {
                    regions = HistoryRegions.WithGlobalServices(aws, regions, DeadlineService.SignInEventSource, DeadlineService.StsEventSource);
                }

                string[] names = [.. regions.Select(static region => region.Name)];
                var run = BeginBookmark?.Invoke(BookmarkSource.OfHistory(Await(aws.FindAccountAsync(HistoryRegions.ThatMayKnowTheCaller(aws, names, cancellation), cancellation)), Asked(place, regions)), names);
                return new OpenedSource(new EventHistorySource(aws.EventHistory, aws.QuotaOwner, regions) { Memory = run?.History }, aws) { Bookmark = run, HistoryRegions = names };
            }

            buckets = new OpenBuckets((bucket, near) => Await(aws.OpenBucketAsync(new BucketPlace(bucket, place.BucketRegion, place.RequesterPays) { NearRegion = near, AtOnce = place.ThrottleLimit }, cancellation)));
            return place.Objects.Count > 0
                ? new OpenedSource(Objects(place, buckets), buckets, aws)
                : Trails(place, buckets, aws, reach);
        }
        catch
        {
            buckets?.Dispose();
            aws.Dispose();
            throw;
        }
    }

    private static ObjectTrailSource Objects(SourceSpecification place, OpenBuckets buckets) =>
        new(place.Objects.Distinct().Select(each => new BucketLogFile(buckets.Open(each.BucketName, NamedRegion(place)), each.BucketName, new StoredLog(each.Key, null, null))).ToArray())
        {
            ThrottleLimit = place.ThrottleLimit,
        };

    private OpenedSource Trails(SourceSpecification place, OpenBuckets buckets, IAwsSession aws, SourceReach reach)
    {
        var places = Located(place, aws).GroupBy(static each => each.Place)
            .Select(same => (Store: buckets.Open(same.Key.BucketName, same.Select(static each => each.Region).FirstOrDefault(static region => region is not null)), Scope: Scope(place, same.Key, reach)))
            .ToArray();
        if (BeginBookmark is not null && places.Length > 1)
        {
            throw new BookmarkException(BookmarkProblem.Foreign, string.Empty, "A bookmark is of one trail's place in one bucket, and several trails were given: read each with a bookmark of its own.");
        }

        // A trail that was not found is an error already, and nothing is read.
        var run = BeginBookmark is null || places.Length == 0 ? null : BeginBookmark(BookmarkSource.Of(places[0].Scope), []);
        return new OpenedSource(new BucketTrailSource(places) { ThrottleLimit = place.ThrottleLimit, Memory = run?.Bucket }, buckets, aws) { Bookmark = run, Trails = _trails };
    }

    /// <summary>What was asked for, so that a Region that AWS opens later is not another source.</summary>
    private static IEnumerable<string> Asked(SourceSpecification place, IReadOnlyList<HistoryRegion> regions) =>
        place.AllRegion ? ["*"] : place.Regions ?? regions.Select(static region => region.Name);

    /// <summary>The places that trails deliver to, and where one is known, a Region of the bucket's partition.</summary>
    private IEnumerable<(TrailPlace Place, string? Region)> Located(SourceSpecification place, IAwsSession aws)
    {
        var named = NamedRegion(place);
        foreach (var trail in place.Trails.Distinct())
        {
            if (trail.Known is { } known)
            {
                _trails.Add(() => known);
            }

            if (trail.BucketName.Length > 0)
            {
                yield return (new TrailPlace(trail.BucketName, trail.KeyPrefix), TrailArn.RegionOf(trail.Name) ?? named);
            }
            else if (Find(aws, trail.Name!, place.Regions is [_] ? named : null) is { } found)
            {
                if (trail.Known is null)
                {
                    var told = new Lazy<TrailSource>(() => Await(new SourceSurvey(aws, lost => output?.Tell($"{lost.Permission} failed for {lost.Target}: {lost.Failure.Message} {lost.Lost}")).CompleteAsync(found, cancellation)));
                    _trails.Add(() => told.Value);
                }

                yield return (new TrailPlace(found.BucketName, found.KeyPrefix), found.HomeRegion);
            }
        }
    }

    private TrailDescription? Find(IAwsSession aws, string name, string? region)
    {
        try
        {
            var found = Await(aws.Trails.FindAsync(name, region, cancellation));
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
        : named.Append(HistoryRegions.OfGlobalServices).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>A Region that was named itself, not by a pattern; null for none. All that are named are of one partition.</summary>
    private static string? NamedRegion(SourceSpecification place) => place.Regions?.FirstOrDefault(RegionName.IsValid);
}
