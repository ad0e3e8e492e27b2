using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Deadline;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets;

/// <content>A trail's bucket.</content>
public sealed partial class GetDeadlineTrailEventCommand
{
    private const string BucketSet = "Bucket";

    /// <summary>Gets or sets the bucket that a trail delivers its logs to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BucketSet)]
    [Alias("S3BucketName")]
    [ValidateNotNullOrEmpty]
    public string BucketName { get; set; } = string.Empty;

    /// <summary>Gets or sets what the trail puts before AWSLogs in its bucket.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Alias("S3KeyPrefix")]
    [ValidateNotNull]
    public string KeyPrefix { get; set; } = string.Empty;

    /// <summary>Gets or sets the organisation of an organisation's trail; its tree is found without it too.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [ValidatePattern("^o-[a-z0-9]{10,32}$")]
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the Region the bucket lies in; found out when not given.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [ValidateNotNullOrEmpty]
    public string? BucketRegion { get; set; }

    /// <summary>Gets or sets whether the caller agrees to pay for requests to the bucket.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    public SwitchParameter RequesterPays { get; set; }

    /// <summary>Gets or sets how long after an event its delivery is looked for; a day when not given. AWS tries for 30 days.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Duration]
    public TimeSpan DeliverySlack { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets how many logs are downloaded at once.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = BucketTrailSource.DefaultThrottleLimit;

    private void ReadBucket()
    {
        WithAws(aws =>
        {
            var query = Query(Order, MaxEvents, IncludeDuplicate, Strict);
            var store = Await(aws.OpenBucketAsync(new BucketPlace(BucketName, BucketRegion, RequesterPays), Cancellation));
            try
            {
                Read(new BucketTrailSource(store, Scope(query)) { ThrottleLimit = ThrottleLimit }, query);
            }
            finally
            {
                (store as IDisposable)?.Dispose();
            }
        });
    }

    private BucketScope Scope(TrailQuery query) => new()
    {
        BucketName = BucketName,
        KeyPrefix = KeyPrefix,
        OrganizationId = OrganizationId,
        AccountIds = AccountId ?? [],
        Regions = FolderRegions(query),
        DeliverySlack = DeliverySlack,
    };

    /// <summary>
    /// Which Regions' folders are read. Deadline Cloud's records lie in the folder of their own Region. Those of global
    /// services may lie elsewhere: trails put IAM, STS and CloudFront under us-east-1.
    /// </summary>
    private string[] FolderRegions(TrailQuery query)
    {
        if (Region is null || Region.Any(TextFilter.HasWildcard))
        {
            return [];
        }

        IEnumerable<string> named = Region;
        return query.OnlyEventSource == DeadlineService.EventSource
            ? Region
            : named.Append("us-east-1").Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }
}
