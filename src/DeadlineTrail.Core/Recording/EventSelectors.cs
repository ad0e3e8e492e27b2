using System.Collections.Generic;

namespace DeadlineTrail.Recording;

/// <summary>What a trail is told to record.</summary>
internal sealed record EventSelectors
{
    /// <summary>Gets the basic selectors.</summary>
    internal IReadOnlyList<BasicSelector> Basic { get; init; } = [];

    /// <summary>Gets the advanced selectors; a trail has the one kind or the other.</summary>
    internal IReadOnlyList<AdvancedSelector> Advanced { get; init; } = [];

    /// <summary>Gets a value indicating whether they cannot be understood: nothing is known then.</summary>
    internal bool IsDamaged { get; init; }

    /// <summary>Gets the basic selectors as CloudTrail gave them, a JSON array; null when it gave none.</summary>
    internal string? BasicJson { get; init; }

    /// <summary>Gets the advanced selectors as CloudTrail gave them, a JSON array; null when it gave none.</summary>
    internal string? AdvancedJson { get; init; }
}
