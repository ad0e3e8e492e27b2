using System;
using System.Collections.Generic;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Opening;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Completion;
using DeadlineTrail.Sources.Buckets;

namespace DeadlineTrail.Cmdlets;

/// <content>What lies in S3: a trail's bucket, the bucket of a trail that is named, single objects.</content>
public abstract partial class TrailSourceCommand
{
    private protected const string BucketSet = "Bucket";
    private protected const string S3ObjectSet = "S3Object";
    private protected const string TrailSet = "Trail";
    private protected const string SourceSet = "Source";

    private readonly List<(string BucketName, string Key)> _objects = [];
    private readonly List<TrailReference> _trails = [];
    private readonly List<string> _histories = [];

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

    /// <summary>Gets or sets a source as Get-DeadlineTrailSource gives it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SourceSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public TrailSource Source { get; set; } = null!;

    /// <summary>Gets or sets the organisation of an organisation's trail; its tree is found without it too.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = SourceSet)]
    [ValidatePattern("^o-[a-z0-9]{10,32}$")]
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the Region the bucket lies in; found out when not given.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = SourceSet)]
    [RegionName]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidatePattern("^[a-z0-9-]{1,40}$")]
    public string? BucketRegion { get; set; }

    /// <summary>Gets or sets whether the caller agrees to pay for requests to the bucket.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = SourceSet)]
    public SwitchParameter RequesterPays { get; set; }

    /// <summary>Gets or sets how long after an event its delivery is looked for; a day when not given. AWS tries for 30 days.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = SourceSet)]
    [Duration]
    public TimeSpan DeliverySlack { get; set; } = BucketScope.UsualDeliverySlack;

    /// <summary>Gets or sets how many logs are downloaded at once.</summary>
    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = S3ObjectSet)]
    [Parameter(ParameterSetName = TrailSet)]
    [Parameter(ParameterSetName = SourceSet)]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = BucketTrailSource.DefaultThrottleLimit;

    private void TakeSource()
    {
        if (Source.TrailARN is { } arn)
        {
            _trails.Add(new TrailReference(arn, Source.S3BucketName ?? string.Empty, Source.S3KeyPrefix ?? string.Empty) { Known = Source });
        }
        else
        {
            _histories.Add(Source.HomeRegion);
        }
    }

    private SourceSpecification Specification() => new()
    {
        Paths = _resolved ? _paths : null,
        Objects = _objects,
        Trails = _trails,
        HistoryRegions = _histories,
        Regions = Region,
        AllRegion = AllRegion,
        AccountIds = AccountId ?? [],
        OrganizationId = OrganizationId,
        BucketRegion = BucketRegion,
        RequesterPays = RequesterPays,
        DeliverySlack = DeliverySlack,
        ThrottleLimit = ThrottleLimit,
    };
}
