using System;
using System.Management.Automation;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Formats;

/// <summary>
/// Rebuilds an event that came out of a job, a remote session or a CliXml file, from the text of its record.
/// </summary>
public sealed class TrailEventConverter : PSTypeConverter
{
    /// <summary>Whether an object is an event that was taken apart.</summary>
    /// <param name="sourceValue">The object.</param>
    /// <param name="destinationType">The event's type.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        destinationType == typeof(TrailEvent) && Raw(sourceValue) is not null;

    /// <summary>Rebuilds the event.</summary>
    /// <param name="sourceValue">What it was taken apart into.</param>
    /// <param name="destinationType">The event's type.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="InvalidCastException">The text is no longer that of a record.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        TryRebuild(sourceValue) ?? throw new InvalidCastException("The property Raw does not hold the text of a CloudTrail record.");

    /// <summary>Events are made of records only.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Events are made of records only.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="InvalidCastException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new InvalidCastException("An event of the trail cannot be converted.");

    /// <summary>Rebuilds the event, origin and all; null when the object was none.</summary>
    internal static TrailEvent? TryRebuild(object source) => Raw(source) is not { } raw ? null : SingleRecord.Parse(
        raw,
        Property(source, nameof(TrailEvent.OriginPath)) as string,
        Property(source, nameof(TrailEvent.OriginRecord)) is long number ? number : 0,
        Property(source, nameof(TrailEvent.IsRecovered)) is true,
        Property(source, nameof(TrailEvent.IsOutOfOrder)) is true);

    private static string? Raw(object source) => Property(source, nameof(TrailEvent.Raw)) as string;

    private static object? Property(object source, string name) =>
        source is PSObject wrapped ? wrapped.Properties[name]?.Value : PSObject.AsPSObject(source).Properties[name]?.Value;
}
