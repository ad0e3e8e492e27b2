namespace DeadlineTrail.History;

/// <summary>A value and what is known of it.</summary>
/// <param name="Value">The value; null for none, and where nothing is known.</param>
/// <param name="State">Known, Unknown or Hidden.</param>
internal readonly record struct FieldValue(object? Value, string State)
{
    internal static FieldValue Unknown { get; } = new(null, PropertyChange.Unknown);

    internal static FieldValue Hidden { get; } = new(null, PropertyChange.Hidden);

    /// <summary>There is no value, and that is known.</summary>
    internal static FieldValue None { get; } = new(null, PropertyChange.Known);

    internal bool IsKnown => State == PropertyChange.Known;
}
