using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Sources.Aws;

/// <summary>CloudTrail's answers about trails. Calls that are throttled or fail for the moment are made again.</summary>
internal interface ITrailService
{
    /// <summary>Describes the trails that record a Region: "shadow trails", whose home is another Region, too.</summary>
    /// <exception cref="AwsCallException">CloudTrail does not tell.</exception>
    Task<IReadOnlyList<TrailDescription>> DescribeAsync(string region, CancellationToken cancellation);

    /// <summary>Looks a trail up.</summary>
    /// <param name="nameOrArn">The trail; an ARN is looked for in its own Region.</param>
    /// <param name="region">A Region that the trail records, in which a name is looked for; null for the one that is meant where
    /// none is named.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The trail; null when there is none.</returns>
    /// <exception cref="AwsCallException">CloudTrail does not tell.</exception>
    /// <exception cref="AwsSetupException">Nothing says which Region to ask; the message says what to do.</exception>
    Task<TrailDescription?> FindAsync(string nameOrArn, string? region, CancellationToken cancellation);

    /// <summary>Tells how a trail is doing; asked in its home Region, by its ARN.</summary>
    /// <exception cref="AwsCallException">CloudTrail does not tell.</exception>
    Task<TrailStatus> StatusAsync(TrailDescription trail, CancellationToken cancellation);

    /// <summary>Tells what a trail is told to record; asked in its home Region, by its ARN.</summary>
    /// <exception cref="AwsCallException">CloudTrail does not tell.</exception>
    Task<TrailSelectors> SelectorsAsync(TrailDescription trail, CancellationToken cancellation);

    /// <summary>Tells whose credentials they are; no permission is needed for that.</summary>
    /// <exception cref="AwsCallException">STS does not tell.</exception>
    Task<CallerIdentity> CallerAsync(string region, CancellationToken cancellation);

    /// <summary>Gives the time of the latest answer by AWS's clock, and when it came by this machine's; null before any.</summary>
    ClockReading? LatestClock { get; }
}
