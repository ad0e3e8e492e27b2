using System;
using System.Management.Automation;
using DeadlineTrail.Cmdlets.Parameters;
using DeadlineTrail.Completion;

namespace DeadlineTrail.Cmdlets;

/// <summary>The filters of a query. Every one must be met; of several values for one, any.</summary>
public abstract partial class TrailFilterCommand : AwsTrailCommand
{
    /// <summary>Gets or sets the first instant that counts. Without a zone it is local time.</summary>
    [Parameter]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Gets or sets the last instant that counts. Without a zone it is local time.</summary>
    [Parameter]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Gets or sets how far back from now: 90d, 12h, 30m, 2w, or a TimeSpan.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? Last { get; set; }

    /// <summary>Gets or sets the operations, such as UpdateQueue or Delete*.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    public string[]? EventName { get; set; }

    /// <summary>Gets or sets the services; deadline.amazonaws.com unless said otherwise, * for all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventSourceCompleter))]
    public string[]? EventSource { get; set; }

    /// <summary>Gets or sets the classes of events.</summary>
    [Parameter]
    [ValidateOneOf("Management", "Data", "Insight", "NetworkActivity", "Unknown")]
    [ArgumentCompleter(typeof(EventClassCompleter))]
    public string[]? EventClass { get; set; }

    /// <summary>Gets or sets whether to look for calls that read or that write.</summary>
    [Parameter]
    [ValidateOneOf("Read", "Write")]
    [ArgumentCompleter(typeof(AccessCompleter))]
    public string? Access { get; set; }

    /// <summary>Gets or sets who: a name, an ARN or an Identity Center user ID.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Actor { get; set; }

    /// <summary>Gets or sets what the actor is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ActorKindCompleter))]
    public string[]? ActorKind { get; set; }

    /// <summary>Gets or sets from where: an IP address, a range such as 10.0.0.0/8 or 2001:db8::/32, a name, or wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? SourceIPAddress { get; set; }

    /// <summary>Gets or sets the AWS Regions the calls were made to.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionName]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Region { get; set; }

    /// <summary>Gets or sets the accounts the events belong to.</summary>
    [Parameter]
    [AccountId]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    /// <summary>Gets or sets the access keys the calls were signed with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? AccessKeyId { get; set; }

    /// <summary>Gets or sets the errors, such as AccessDenied*.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public string[]? ErrorCode { get; set; }

    /// <summary>Gets or sets whether only calls that did not work count.</summary>
    [Parameter]
    public SwitchParameter Failed { get; set; }

    /// <summary>Gets or sets whether only calls that were refused for want of permission count.</summary>
    [Parameter]
    public SwitchParameter Denied { get; set; }

    /// <summary>Gets or sets the events' own identifiers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? EventId { get; set; }
}
