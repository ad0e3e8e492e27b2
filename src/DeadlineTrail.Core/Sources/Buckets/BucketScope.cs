using System;
using System.Collections.Generic;

namespace DeadlineTrail.Sources.Buckets;

/// <summary>Which part of a bucket a trail fills, and which part of that is wanted.</summary>
internal sealed class BucketScope
{
    /// <summary>How long after an event its delivery is looked for where nothing else is said.</summary>
    internal static readonly TimeSpan UsualDeliverySlack = TimeSpan.FromDays(1);

    /// <summary>Gets the bucket's name.</summary>
    internal string BucketName { get; init; } = string.Empty;

    /// <summary>Gets what the trail puts before AWSLogs, without slashes around it; empty when nothing.</summary>
    internal string KeyPrefix { get; init; } = string.Empty;

    /// <summary>Gets the organisation whose tree is read; null for those of every organisation. The tree without one, of a
    /// trail that is or was a single account's, is read in either case.</summary>
    internal string? OrganizationId { get; init; }

    /// <summary>Gets the accounts; empty for all that are found.</summary>
    internal IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Gets the Regions whose folders are read; empty for all that are found.</summary>
    internal IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Gets a value indicating whether accounts and Regions that are not named are read too, wherever they can be
    /// found: what is asked may lie in any of them.</summary>
    internal bool EveryFolder { get; init; }

    /// <summary>Gets how long after an event its delivery is still looked for. AWS tries for 30 days.</summary>
    internal TimeSpan DeliverySlack { get; init; } = UsualDeliverySlack;

    /// <summary>Gets the folder above all accounts, with the slash behind it.</summary>
    internal string Root => (KeyPrefix.Length == 0 ? string.Empty : KeyPrefix.Trim('/') + "/") + "AWSLogs/";
}
