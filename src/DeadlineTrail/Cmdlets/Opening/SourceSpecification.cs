using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets.Opening;

/// <summary>
/// Says where to read: what the source parameters of a cmdlet, or the table of another place, come to. Nothing in it is
/// opened yet. Where it names no files, no objects and no trails, it means Event history.
/// </summary>
internal sealed record SourceSpecification
{
    /// <summary>Gets log files and folders; null where none were named. None may be left of those that were named.</summary>
    internal IReadOnlyList<string>? Paths { get; init; }

    /// <summary>Gets objects by bucket and key.</summary>
    internal IReadOnlyList<(string BucketName, string Key)> Objects { get; init; } = [];

    /// <summary>Gets trails, by name or by bucket.</summary>
    internal IReadOnlyList<TrailReference> Trails { get; init; } = [];

    /// <summary>Gets the Regions whose Event history was given as a source; none where none was.</summary>
    internal IReadOnlyList<string> HistoryRegions { get; init; } = [];

    /// <summary>Gets the Regions that were named, maybe as patterns; null where none were.</summary>
    internal IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Gets a value indicating whether Event history of every Region is asked.</summary>
    internal bool AllRegion { get; init; }

    /// <summary>Gets the accounts whose folders are read; none for all.</summary>
    internal IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Gets the organisation whose tree is read beside that of single accounts; null for those of every organisation.</summary>
    internal string? OrganizationId { get; init; }

    /// <summary>Gets the Region of the buckets; null where it is found out.</summary>
    internal string? BucketRegion { get; init; }

    /// <summary>Gets a value indicating whether the caller pays for requests to the buckets.</summary>
    internal bool RequesterPays { get; init; }

    /// <summary>Gets how long after an event its delivery is looked for.</summary>
    internal TimeSpan DeliverySlack { get; init; } = BucketScope.UsualDeliverySlack;

    /// <summary>Gets how many logs are downloaded at once.</summary>
    internal int ThrottleLimit { get; init; } = BucketTrailSource.DefaultThrottleLimit;

    /// <summary>Gets a value indicating whether it names things that make no common order.</summary>
    internal bool IsMixed => new[] { Paths is not null, Objects.Count > 0, Trails.Count > 0, HistoryRegions.Count > 0 }.Count(static named => named) > 1;

    /// <summary>Gets a value indicating whether AWS's Event history is meant.</summary>
    internal bool IsEventHistory => Paths is null && Objects.Count == 0 && Trails.Count == 0;
}
