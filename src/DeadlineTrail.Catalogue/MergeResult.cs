using System.Collections.Generic;
using System.IO;
using DeadlineTrail.Deadline;

namespace DeadlineTrail.Catalogue;

/// <summary>The merged catalogue and what a maintainer should know of it, each list in a fixed order.</summary>
internal sealed record MergeResult(
    OperationCatalogue Catalogue,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> NoLongerInModel,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> NeedsReview)
{
    internal void Describe(TextWriter output)
    {
        Describe(output, "Added", Added);
        Describe(output, "No longer in the model (kept)", NoLongerInModel);
        Describe(output, "Changed", Changed);
        Describe(output, "Needs a person", NeedsReview);
    }

    private static void Describe(TextWriter output, string heading, IReadOnlyList<string> entries)
    {
        output.WriteLine($"{heading}: {(entries.Count == 0 ? "nothing" : entries.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))}");
        foreach (string entry in entries)
        {
            output.WriteLine("  " + entry);
        }
    }
}
