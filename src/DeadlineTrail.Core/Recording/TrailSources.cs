using DeadlineTrail.Sources.Aws;

namespace DeadlineTrail.Recording;

/// <summary>Makes sources of what AWS tells.</summary>
internal static class TrailSources
{
    /// <summary>Event history of a Region.</summary>
    internal static TrailSource OfHistory(string region, string? account) => new(new RecordingSettings { IsEventHistory = true, HomeRegion = region })
    {
        Name = "Event history",
        AccountId = account,
    };

    /// <summary>A trail.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="status">How it is doing; null where that could not be read.</param>
    /// <param name="selectors">What it is told to record; null where that could not be read.</param>
    /// <param name="changed">When that was changed last (UTC ticks); null when not known.</param>
    /// <param name="notLookedUp">Why that could not be looked up; null where it was.</param>
    internal static TrailSource OfTrail(TrailDescription trail, TrailStatus? status, TrailSelectors? selectors, long? changed, string? notLookedUp = null)
    {
        var settings = new RecordingSettings
        {
            HomeRegion = trail.HomeRegion,
            IsMultiRegion = trail.IsMultiRegion,
            IncludesGlobalServices = trail.IncludesGlobalServices,
            IsLogging = status?.IsLogging,
            StartedTicks = status?.StartedTicks,
            StoppedTicks = status?.StoppedTicks,
            SelectorsChangedTicks = changed,
            ChangesNotLookedUp = notLookedUp,
            Selectors = selectors is null ? null : EventSelectorReader.Read(selectors.Basic, selectors.Advanced),
        };
        return new TrailSource(settings)
        {
            Name = trail.Name,
            TrailARN = trail.Arn,
            AccountId = trail.Arn.Split(':') is [_, _, _, _, var account, ..] ? account : null,
            IsOrganization = trail.IsOrganization,
            S3BucketName = trail.BucketName.Length == 0 ? null : trail.BucketName,
            S3KeyPrefix = trail.KeyPrefix.Length == 0 ? null : trail.KeyPrefix,
            KmsKeyId = trail.KmsKeyId,
            LogValidation = trail.ValidatesLogFiles,
            SnsTopic = trail.SnsTopic,
            LatestDeliveryTicks = status?.LatestDeliveryTicks,
            LatestDeliveryError = status?.LatestDeliveryError,
        };
    }
}
