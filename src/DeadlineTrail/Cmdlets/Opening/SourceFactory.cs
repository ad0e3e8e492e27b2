using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Deadline;
using DeadlineTrail.Loading;
using DeadlineTrail.Querying;
using DeadlineTrail.Recording;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Bookmarks;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;
using DeadlineTrail.Sources.Files;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>Opens what a specification names. The AWS SDK is loaded here, by the first source that needs it.</summary>
/// <param name="output">Who is told of a trail that cannot be found; null where none is looked up.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class SourceFactory(PipelineOutput? output, CancellationToken cancellation)
{
    private readonly List<Func<TrailSource>> _trails = [];

    /// <summary>Gets what begins a run of a bookmark, once it is known of what; null without a bookmark.</summary>
    internal Func<BookmarkSource, BookmarkRun>? BeginBookmark { get; init; }

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

                var run = BeginBookmark?.Invoke(BookmarkSource.OfHistory(Await(aws.FindAccountAsync(regions[0].Name, cancellation)), Asked(place, regions)));
                return new OpenedSource(new EventHistorySource(aws.EventHistory, aws.QuotaOwner, regions) { Memory = run?.History }, aws) { Bookmark = run, HistoryRegions = regions.Select(static region => region.Name).ToArray() };
            }

            buckets = new OpenBuckets(bucket => Await(aws.OpenBucketAsync(new BucketPlace(bucket, place.BucketRegion, place.RequesterPays) { AtOnce = place.ThrottleLimit }, cancellation)));
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
        new(place.Objects.Distinct().Select(each => new BucketLogFile(buckets[each.BucketName], each.BucketName, new StoredLog(each.Key, null, null))).ToArray())
        {
            ThrottleLimit = place.ThrottleLimit,
        };

    private OpenedSource Trails(SourceSpecification place, OpenBuckets buckets, IAwsSession aws, SourceReach reach)
    {
        var places = Located(place.Trails, aws).Distinct().Select(each => (Store: buckets[each.BucketName], Scope: Scope(place, each, reach))).ToArray();
        if (BeginBookmark is not null && places.Length > 1)
        {
            throw new BookmarkException(BookmarkProblem.Foreign, string.Empty, "A bookmark is of one trail's place in one bucket, and several trails were given: read each with a bookmark of its own.");
        }

        // A trail that was not found is an error already, and nothing is read.
        var run = BeginBookmark is null || places.Length == 0 ? null : BeginBookmark(BookmarkSource.Of(places[0].Scope));
        return new OpenedSource(new BucketTrailSource(places) { ThrottleLimit = place.ThrottleLimit, Memory = run?.Bucket }, buckets, aws) { Bookmark = run, Trails = _trails };
    }

    /// <summary>What was asked for, so that a Region that AWS opens later is not another source.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Regions are written in lower case.")]
    private static IEnumerable<string> Asked(SourceSpecification place, IReadOnlyList<HistoryRegion> regions) =>
        place.AllRegion ? ["*"] : place.Regions?.Select(static region => region.ToLowerInvariant()) ?? regions.Select(static region => region.Name);

    private IEnumerable<TrailPlace> Located(IEnumerable<TrailReference> trails, IAwsSession aws)
    {
        foreach (var trail in trails.Distinct())
        {
            if (trail.Known is { } known)
            {
                _trails.Add(() => known);
            }

            if (trail.BucketName.Length > 0)
            {
                yield return new TrailPlace(trail.BucketName, trail.KeyPrefix);
            }
            else if (Find(aws, trail.Name!) is { } found)
            {
                if (trail.Known is null)
                {
                    var told = new Lazy<TrailSource>(() => Await(new SourceSurvey(aws, lost => output?.Tell($"{lost.Permission} failed for {lost.Target}: {lost.Failure.Message} {lost.Lost}")).CompleteAsync(found, cancellation)));
                    _trails.Add(() => told.Value);
                }

                yield return new TrailPlace(found.BucketName, found.KeyPrefix);
            }
        }
    }

    private TrailDescription? Find(IAwsSession aws, string name)
    {
        try
        {
            var found = Await(aws.Trails.FindAsync(name, cancellation));
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
