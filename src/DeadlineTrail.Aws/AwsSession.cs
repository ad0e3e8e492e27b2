using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using DeadlineTrail.Aws.CloudTrail;
using DeadlineTrail.Aws.Credentials;
using DeadlineTrail.Aws.Storage;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;
using DeadlineTrail.Sources.EventHistory;

namespace DeadlineTrail.Aws;

/// <summary>Credentials that were found, and the services that are called with them.</summary>
internal sealed class AwsSession(AwsAccess access, ImmutableCredentials keys) : IAwsSession
{
    private readonly EventHistoryService _eventHistory = new(access);

    private readonly TrailService _trails = new(access);

    /// <inheritdoc/>
    public string QuotaOwner { get; } =
        (string.IsNullOrEmpty(keys.AccountId) ? keys.AccessKey : keys.AccountId) + (access.Settings.EndpointUrl is { } endpoint ? " at " + endpoint.Authority : string.Empty);

    /// <inheritdoc/>
    public IEventHistoryService EventHistory => _eventHistory;

    /// <inheritdoc/>
    public ITrailService Trails => _trails;

    /// <inheritdoc/>
    public async Task<string> FindAccountAsync(IReadOnlyList<string> regions, CancellationToken cancellation) => string.IsNullOrEmpty(keys.AccountId)
        ? await AccountSearch.FindAsync(_trails, regions, cancellation).ConfigureAwait(false)
        : keys.AccountId;

    /// <inheritdoc/>
    public Task<ILogStore> OpenBucketAsync(BucketPlace place, CancellationToken cancellation) => new S3Buckets(access).OpenAsync(place, cancellation);

    /// <inheritdoc/>
    public Task<string> FindRegionAsync(CancellationToken cancellation) => RegionSearch.FindAsync(access.Settings, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<string> RegionsBeside(string region)
    {
        var partition = RegionEndpoint.GetBySystemName(region).PartitionName;
        return
        [
            .. RegionEndpoint.EnumerableAllRegions
                .Where(each => each.PartitionName == partition)
                .Select(static each => each.SystemName)
                .Where(IsRegion)
                .Append(region)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(static each => each, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether it is the name of a Region: the SDK lists others beside them, such as us-east-1-regional.</summary>
    internal static bool IsRegion(string name) => char.IsDigit(name[name.Length - 1]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _eventHistory.Dispose();
        _trails.Dispose();
    }
}
