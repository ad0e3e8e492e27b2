using System;
using System.Collections.Generic;
using DeadlineTrail.Recording;

namespace DeadlineTrail;

/// <summary>
/// A place that could answer questions about a farm: CloudTrail's Event history of a Region, or a trail; and what it records
/// of Deadline Cloud, as configured now.
/// </summary>
/// <remarks>
/// <see cref="Management"/>, <see cref="Data"/> and <see cref="SignIns"/> are <c>Yes</c>, <c>No</c>, <c>Partly</c> or
/// <c>Unknown</c>; <see cref="Operations"/> has the answer for every operation, with the reason.
/// </remarks>
public sealed class TrailSource
{
    private readonly Lazy<RecordingKnowledge> _recorded;

    internal TrailSource(RecordingSettings settings)
    {
        Settings = settings;
        _recorded = new Lazy<RecordingKnowledge>(() => RecordingKnowledge.Of(settings, new RecordingQuestion()));
    }

    /// <summary>Gets the trail's name; <c>Event history</c> for that.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Gets <c>EventHistory</c> or <c>Trail</c>.</summary>
    public string Kind => Settings.IsEventHistory ? "EventHistory" : "Trail";

    /// <summary>Gets the Region whose calls it has; <c>*</c> for all Regions.</summary>
    public string Region => Settings.IsMultiRegion ? "*" : Settings.HomeRegion;

    /// <summary>Gets whether it records the management events of Deadline Cloud: those about farms, queues, fleets, workers,
    /// budgets, limits, licences, monitors and members.</summary>
    public string Management => _recorded.Value.Management;

    /// <summary>Gets whether it records the data events of Deadline Cloud: those about jobs, steps, tasks and sessions, and
    /// what workers report.</summary>
    public string Data => _recorded.Value.Data;

    /// <summary>Gets whether it records the sign-ins of people (<c>UserAuthentication</c>) and the credentials they are given
    /// (<c>AssumeRole</c>), where those are made in this account.</summary>
    public string SignIns => _recorded.Value.SignIns;

    /// <summary>Gets whether the trail is logging (<c>IsLogging</c>); null where that could not be read. Event history always is.</summary>
    public bool? IsLogging => Settings.IsLogging;

    /// <summary>Gets the trail's ARN; null for Event history.</summary>
    public string? TrailARN { get; internal init; }

    /// <summary>Gets the Region in which the trail was made, and is asked about.</summary>
    public string HomeRegion => Settings.HomeRegion;

    /// <summary>Gets the account that is asked, or that owns the trail; null where it is not known.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>Gets whether the trail records every Region.</summary>
    public bool IsMultiRegion => Settings.IsMultiRegion;

    /// <summary>Gets whether the trail records all accounts of an organisation.</summary>
    public bool IsOrganization { get; internal init; }

    /// <summary>Gets whether events of global services are delivered to the trail (<c>IncludeGlobalServiceEvents</c>).</summary>
    public bool IncludeGlobalServiceEvents => Settings.IncludesGlobalServices;

    /// <summary>Gets the bucket that the trail delivers its logs to; null for Event history.</summary>
    public string? S3BucketName { get; internal init; }

    /// <summary>Gets what the trail puts before AWSLogs; null for nothing.</summary>
    public string? S3KeyPrefix { get; internal init; }

    /// <summary>Gets the KMS key that the logs are encrypted with; null where it is S3's own, and for Event history.</summary>
    public string? KmsKeyId { get; internal init; }

    /// <summary>Gets whether the trail writes digests by which its logs can be checked.</summary>
    public bool LogValidation { get; internal init; }

    /// <summary>Gets the SNS topic that is told of deliveries; null for none.</summary>
    public string? SnsTopic { get; internal init; }

    /// <summary>Gets when logs were delivered last, as local time; null when never, or where it could not be read.</summary>
    public DateTime? LatestDeliveryTime => Instant.Local(LatestDeliveryTicks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? LatestDeliveryTimeUtc => Instant.Utc(LatestDeliveryTicks);

    /// <summary>Gets why the last delivery failed, an error of S3 such as <c>AccessDenied</c>; null when it did not.</summary>
    public string? LatestDeliveryError { get; internal init; }

    /// <summary>Gets when logging was started last, as local time; null where that is not known.</summary>
    public DateTime? LoggingStartedTime => Instant.Local(Settings.StartedTicks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? LoggingStartedTimeUtc => Instant.Utc(Settings.StartedTicks);

    /// <summary>Gets when logging was stopped last, as local time; null when never, or not known.</summary>
    public DateTime? LoggingStoppedTime => Instant.Local(Settings.StoppedTicks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? LoggingStoppedTimeUtc => Instant.Utc(Settings.StoppedTicks);

    /// <summary>Gets when the selectors were changed last, as local time (<c>PutEventSelectors</c> in Event history of the home
    /// Region); null when that was not in the last 90 days, or could not be read.</summary>
    public DateTime? SelectorsChangedTime => Instant.Local(Settings.SelectorsChangedTicks);

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public string? SelectorsChangedTimeUtc => Instant.Utc(Settings.SelectorsChangedTicks);

    /// <summary>Gets the trail's event selectors, basic or advanced, as CloudTrail gives them: a JSON array. Null for Event
    /// history and where they could not be read.</summary>
    public string? EventSelectors => Settings.Selectors is { } selectors ? selectors.AdvancedJson ?? selectors.BasicJson : null;

    /// <summary>Gets the answer for every operation of Deadline Cloud, and for <c>UserAuthentication</c> and <c>AssumeRole</c>.</summary>
    public IReadOnlyList<TrailSourceOperation> Operations => _recorded.Value.Operations;

    internal RecordingSettings Settings { get; }

    /// <summary>Makes what was found about one thing.</summary>
    internal TrailSourceCheck Check(string name, bool? passed, string detail, string? remedy = null, string? selectors = null) =>
        new() { Source = ToString(), Name = name, Passed = passed, Detail = detail, Remedy = passed == true ? null : remedy, Selectors = selectors };

    internal long? LatestDeliveryTicks { get; init; }

    /// <summary>Returns the name, and of Event history the Region.</summary>
    /// <returns>Such as <c>studio</c> or <c>Event history of eu-central-1</c>.</returns>
    public override string ToString() => Settings.IsEventHistory ? "Event history of " + HomeRegion : Name;
}
