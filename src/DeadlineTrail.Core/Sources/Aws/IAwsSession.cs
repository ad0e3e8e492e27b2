using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Sources.Aws;

/// <summary>Credentials that were found, and the services that are called with them.</summary>
internal interface IAwsSession : IDisposable
{
    /// <summary>Gets whose quota the calls count against: the account where it is known, else the access key, and the
    /// endpoint where it is not AWS's own.</summary>
    string QuotaOwner { get; }

    /// <summary>Gets CloudTrail's Event history.</summary>
    IEventHistoryService EventHistory { get; }

    /// <summary>Gets CloudTrail's answers about trails.</summary>
    ITrailService Trails { get; }

    /// <summary>Finds the account that the credentials are of.</summary>
    /// <param name="regions">Regions of its partition, in the order in which they are asked until one answers: in one that the
    /// account has not enabled, nobody knows its credentials.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AwsSetupException">It cannot be found out; the message says why.</exception>
    Task<string> FindAccountAsync(IReadOnlyList<string> regions, CancellationToken cancellation);

    /// <summary>Opens a bucket in the Region it lies in.</summary>
    /// <param name="place">The bucket.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AwsSetupException">Nothing says where it lies; the message says what to do.</exception>
    Task<ILogStore> OpenBucketAsync(BucketPlace place, CancellationToken cancellation);

    /// <summary>Finds the Region that is meant where none is named.</summary>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AwsSetupException">Nothing says which; the message says what to do.</exception>
    Task<string> FindRegionAsync(CancellationToken cancellation);

    /// <summary>Gives all Regions of a partition that are known, in ordinal order.</summary>
    /// <param name="region">A Region of the partition.</param>
    IReadOnlyList<string> RegionsBeside(string region);
}
