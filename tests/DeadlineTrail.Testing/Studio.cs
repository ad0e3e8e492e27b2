using System;

namespace DeadlineTrail.Testing;

/// <summary>
/// A render studio that never was: people, machines and services at work on a Deadline Cloud farm over days or weeks, and
/// the CloudTrail trail they leave, in the layout of a trail's bucket. The same options give the same trail.
/// </summary>
public static class Studio
{
    /// <summary>Sets a studio up. Nothing is played before something is asked of the trail.</summary>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static StudioTrail Create(StudioOptions? options = null)
    {
        options ??= new StudioOptions();
        if (options.Days < 1 || options.Accounts < 1 || options.Regions.Count < 1 || options.FileMinutes < 1 || options.NoiseRatio is < 0 or >= 1)
        {
            throw new ArgumentException($"A studio needs a day, an account, a Region, and less than all noise: {options}", nameof(options));
        }

        return options.Start.Kind == DateTimeKind.Utc
            ? new StudioTrail(options)
            : throw new ArgumentException("The start is a UTC time.", nameof(options));
    }
}
