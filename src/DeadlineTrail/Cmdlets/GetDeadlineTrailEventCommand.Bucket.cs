using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Deadline;
using DeadlineTrail.Querying;
using DeadlineTrail.Sources;
using DeadlineTrail.Sources.Aws;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets;

/// <content>What lies in S3: a trail's bucket, the bucket of a trail that is named, single objects.</content>
public sealed partial class GetDeadlineTrailEventCommand
{
    private const string BucketSet = "Bucket";
    private const string S3ObjectSet = "S3Object";
    private const string TrailSet = "Trail";

    private readonly List<(string Bucket, string Key)> _objects = [];
    private readonly List<(string Name, string Bucket, string Prefix)> _trails = [];

    /// <summary>Gets or sets the bucket that a trail delivers its logs to, or that an object lies in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BucketSet)]
    [Parameter(Mandatory = true, ParameterSetName = S3ObjectSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = TrailSet, ValueFromPipelineByPropertyName = true)]
    [Alias("S3BucketName")]
    public string BucketName { get; set; } = string.Empty;

    /// <summary>Gets or sets objects of the bucket by their exact keys. Those of all input are one query.</summary>
    [Parameter(Mandatory = true, ParameterSetName = S3ObjectSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Key { get; set; } = [];

    /// <summary>Gets or sets the name or the ARN of a trail, whose bucket is looked up where it is not given.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TrailSet, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN")]
    [ValidateNotNullOrEmpty]
    public string TrailName { get; set; } = string.Empty;

    /// <summary>Gets or sets what the trail puts before AWSLogs in its bucket.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet, ValueFromPipelineByPropertyName = true)]
    [Alias("S3KeyPrefix")]
    public string KeyPrefix { get; set; } = string.Empty;

    /// <summary>Gets or sets the organisation of an organisation's trail; its tree is found without it too.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [ValidatePattern("^o-[a-z0-9]{10,32}$")]
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the Region the bucket lies in; found out when not given.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [ValidateNotNullOrEmpty]
    public string? BucketRegion { get; set; }

    /// <summary>Gets or sets whether the caller agrees to pay for requests to the bucket.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public SwitchParameter RequesterPays { get; set; }

    /// <summary>Gets or sets how long after an event its delivery is looked for; a day when not given. AWS tries for 30 days.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Duration]
    public TimeSpan DeliverySlack { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets how many logs are downloaded at once.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = BucketTrailSource.DefaultThrottleLimit;

    private bool IsInS3 => ParameterSetName == BucketSet || _objects.Count > 0 || _trails.Count > 0;

    private void TakeFromS3()
    {
        if (ParameterSetName == S3ObjectSet)
        {
            _objects.AddRange(Key.Select(key => (BucketName, key)));
        }
        else if (ParameterSetName == TrailSet)
        {
            _trails.Add((TrailName, BucketName ?? string.Empty, KeyPrefix ?? string.Empty));
        }
    }

    private void ReadS3()
    {
        if (_resolved || _piped is not null || (_objects.Count > 0 && _trails.Count > 0))
        {
            ThrowTerminatingError(TrailErrors.MixedInput());
        }

        WithAws(aws =>
        {
            var query = Query(Order, MaxEvents, IncludeDuplicate, Strict);
            using var buckets = new OpenBuckets(bucket => Await(aws.OpenBucketAsync(new BucketPlace(bucket, BucketRegion, RequesterPays) { AtOnce = ThrottleLimit }, Cancellation)));
            var source = _objects.Count > 0
                ? (ITrailSource)new ObjectTrailSource(_objects.Distinct().Select(each => new BucketLogFile(buckets[each.Bucket], each.Bucket, new StoredLog(each.Key, null, null))).ToArray()) { ThrottleLimit = ThrottleLimit }
                : new BucketTrailSource(Places(aws).Distinct().Select(each => (buckets[each.Bucket], Scope(each.Bucket, each.Prefix, query))).ToArray()) { ThrottleLimit = ThrottleLimit };
            Read(source, query);
        });
    }

    private List<(string Bucket, string Prefix)> Places(IAwsSession aws)
    {
        if (ParameterSetName == BucketSet)
        {
            return [(BucketName, KeyPrefix ?? string.Empty)];
        }

        var places = new List<(string Bucket, string Prefix)>();
        foreach (var (name, bucket, prefix) in _trails.Distinct())
        {
            if (bucket.Length > 0)
            {
                places.Add((bucket, prefix));
            }
            else if (Find(aws, name) is { } found)
            {
                places.Add((found.BucketName, found.KeyPrefix));
            }
        }

        return places;
    }

    private TrailPlace? Find(IAwsSession aws, string name)
    {
        try
        {
            var found = Await(aws.FindTrailAsync(name, Cancellation));
            if (found is null)
            {
                WriteError(TrailErrors.TrailNotFound(name));
            }

            return found;
        }
        catch (AwsCallException failure)
        {
            WriteError(TrailErrors.TrailLookupFailed(name, failure));
            return null;
        }
    }

    private BucketScope Scope(string bucket, string prefix, TrailQuery query) => new()
    {
        BucketName = bucket,
        KeyPrefix = prefix,
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
