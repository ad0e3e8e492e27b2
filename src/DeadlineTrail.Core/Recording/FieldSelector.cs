using System.Collections.Generic;

namespace DeadlineTrail.Recording;

/// <summary>
/// One condition of an advanced event selector,
/// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html.
/// </summary>
internal sealed record FieldSelector
{
    /// <summary>Gets the field of the event; null where the condition is not of a shape that is documented.</summary>
    internal string? Field { get; init; }

    internal IReadOnlyList<string> EqualTo { get; init; } = [];

    internal IReadOnlyList<string> StartsWith { get; init; } = [];

    internal IReadOnlyList<string> EndsWith { get; init; } = [];

    internal IReadOnlyList<string> NotEqualTo { get; init; } = [];

    internal IReadOnlyList<string> NotStartsWith { get; init; } = [];

    internal IReadOnlyList<string> NotEndsWith { get; init; } = [];

    /// <summary>Gets a value indicating whether something must be met for an event to be recorded.</summary>
    internal bool Selects => EqualTo.Count + StartsWith.Count + EndsWith.Count > 0;

    /// <summary>Gets a value indicating whether something keeps events out.</summary>
    internal bool Deselects => NotEqualTo.Count + NotStartsWith.Count + NotEndsWith.Count > 0;
}

/// <summary>
/// An advanced event selector: an event is recorded if it meets all conditions. Where one was not of a documented shape,
/// it is among them without a field.
/// </summary>
internal sealed record AdvancedSelector(IReadOnlyList<FieldSelector> Fields);

/// <summary>
/// A basic event selector, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html. Its data
/// resources are not here: the types there can be are AWS::DynamoDB::Table, AWS::Lambda::Function and AWS::S3::Object.
/// </summary>
/// <param name="IncludesManagement">"The default is true."</param>
/// <param name="ReadOnly">Whether it asks for reads only (true), writes only (false), or both (null).</param>
/// <param name="ExcludedSources">Services whose management events are left out.</param>
/// <param name="IsDamaged">Whether something of it is not of a documented shape.</param>
internal sealed record BasicSelector(bool IncludesManagement, bool? ReadOnly, IReadOnlyList<string> ExcludedSources, bool IsDamaged);
