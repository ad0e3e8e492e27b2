using System.Collections.Generic;

namespace DeadlineTrail.History;

/// <summary>Why a resource has no history here.</summary>
/// <param name="Id">A stable name.</param>
/// <param name="Target">What was asked for.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record HistoryProblem(string Id, string Target, string Message)
{
    internal const string Invalid = "InvalidResource";
    internal const string NotFound = "ResourceNotFound";
    internal const string Ambiguous = "ResourceNameAmbiguous";
    internal const string OtherRegion = "ResourceInOtherRegion";
}

/// <summary>What there is to say of the resources that were asked for.</summary>
/// <param name="Entries">Their histories, oldest first.</param>
/// <param name="Problems">Those that have none.</param>
internal sealed record HistoryAnswer(IReadOnlyList<ResourceHistoryEntry> Entries, IReadOnlyList<HistoryProblem> Problems);
