using System.Collections.Generic;

namespace DeadlineTrail.Sources.EventHistory;

/// <summary>A Region whose Event history is asked.</summary>
/// <param name="Name">Its name, such as <c>eu-central-1</c>.</param>
/// <param name="IsNamed">Whether the user named it: then it is an error that the account has not enabled it.</param>
internal sealed record HistoryRegion(string Name, bool IsNamed)
{
    /// <summary>Gets the services that the Region is asked about; null for whatever a query wants.</summary>
    internal IReadOnlyCollection<string>? EventSources { get; init; }
}
