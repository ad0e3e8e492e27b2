using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace DeadlineTrail.Formats;

/// <summary>What the views of sources and checks show; see <see cref="EventDisplay"/>.</summary>
public static class TrailSourceDisplay
{
    /// <summary>The name.</summary>
    public static string Name(PSObject instance) => Show(instance, static source => source.Name);

    /// <summary>Whose calls it has, in a word for the table.</summary>
    public static string Regions(PSObject instance) => Show(instance, static source => source.IsMultiRegion ? "all" : source.Region);

    /// <summary>Whose calls it has, and where a trail of all Regions is at home.</summary>
    public static string Region(PSObject instance) => Show(instance, static source => source.IsMultiRegion ? $"all ({source.HomeRegion})" : source.Region);

    /// <summary>Whether it is logging.</summary>
    public static string Logging(PSObject instance) => Show(instance, static source => Word(source.IsLogging));

    /// <summary>Bucket and prefix.</summary>
    public static string Place(PSObject instance) => Show(instance, static source => source.S3BucketName is { } bucket ? $"s3://{bucket}/{source.S3KeyPrefix}" : "90 days");

    /// <summary>When and with what success logs were delivered.</summary>
    public static string Delivery(PSObject instance) => Show(instance, static source =>
        string.Join(", ", new[] { Time(source.LatestDeliveryTime), source.LatestDeliveryError }.Where(static part => part is not null)));

    /// <summary>When it was turned on and off, and its selectors were changed.</summary>
    public static string Changes(PSObject instance) => Show(instance, static source => string.Join(", ", new[]
    {
        Time(source.LoggingStartedTime) is { } started ? "logging started " + started : null,
        Time(source.LoggingStoppedTime) is { } stopped ? "stopped " + stopped : null,
        Time(source.SelectorsChangedTime) is { } changed ? "selectors changed " + changed : null,
    }.Where(static part => part is not null)));

    /// <summary>What is not recorded of Deadline Cloud.</summary>
    public static string NotRecorded(PSObject instance) => Show(instance, static source =>
        string.Join(", ", source.Operations.Where(static each => each.Recorded is "No" or "Partly").Select(static each => each.Recorded == "No" ? each.Name : each.Name + " (partly)")));

    /// <summary>The ARN of the trail.</summary>
    public static string TrailARN(PSObject instance) => Show(instance, static source => source.TrailARN);

    /// <summary>The key by which its logs are encrypted.</summary>
    public static string KmsKeyId(PSObject instance) => Show(instance, static source => source.KmsKeyId);

    /// <summary>The topic that hears of deliveries.</summary>
    public static string SnsTopic(PSObject instance) => Show(instance, static source => source.SnsTopic);

    /// <summary>Whose it is.</summary>
    public static string AccountId(PSObject instance) => Show(instance, static source => source.AccountId);

    /// <summary>Why an operation is recorded or not.</summary>
    public static string Reason(PSObject instance) => instance?.BaseObject is TrailSourceOperation operation ? TerminalText.Safe(operation.Reason) : string.Empty;

    /// <summary>The source of a check.</summary>
    public static string CheckSource(PSObject instance) => ShowCheck(instance, static check => check.Source);

    /// <summary>Whether a check passed, in a word.</summary>
    public static string Passed(PSObject instance) => ShowCheck(instance, static check => Word(check.Passed));

    /// <summary>What a check found.</summary>
    public static string Detail(PSObject instance) => ShowCheck(instance, static check => check.Detail);

    /// <summary>What to do. The selectors, which the commands repeat, are shown once beside it.</summary>
    public static string Remedy(PSObject instance) => ShowCheck(instance, static check =>
        check.Selectors is { Length: > 0 } selectors ? check.Remedy?.Replace(selectors, "SELECTORS") : check.Remedy);

    /// <summary>The selectors that would record what is missing.</summary>
    public static string Selectors(PSObject instance) => ShowCheck(instance, static check => check.Selectors);

    private static string Word(bool? known) => known switch { true => "Yes", false => "No", null => "Unknown" };

    private static string? Time(DateTime? time) => time is { } known ? new DateTimeOffset(known).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : null;

    private static string Show(PSObject instance, Func<TrailSource, string?> what) =>
        instance?.BaseObject is TrailSource source ? TerminalText.Safe(what(source)) : string.Empty;

    private static string ShowCheck(PSObject instance, Func<TrailSourceCheck, string?> what) =>
        instance?.BaseObject is TrailSourceCheck check ? TerminalText.Safe(what(check)) : string.Empty;
}
