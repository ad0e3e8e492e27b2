using System;
using System.Collections.Generic;
using System.Globalization;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>A file that is to be written.</summary>
/// <param name="Place">Whose records.</param>
/// <param name="Delivered">The time in its name, UTC.</param>
/// <param name="TextBytes">Its size before compression, to within a record.</param>
/// <param name="Seed">The seed of its content.</param>
internal sealed record LogFilePlan(RecordPool Place, DateTime Delivered, long TextBytes, int Seed)
{
    private static readonly DateTime Start = new(2026, 3, 2, 0, 5, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    /// <summary>Its path below the corpus, in the layout of a trail's bucket.</summary>
    internal string Path => System.IO.Path.Combine(
        "AWSLogs",
        Place.Account,
        "CloudTrail",
        Place.Region,
        Delivered.ToString("yyyy", CultureInfo.InvariantCulture),
        Delivered.ToString("MM", CultureInfo.InvariantCulture),
        Delivered.ToString("dd", CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{Place.Account}_CloudTrail_{Place.Region}_{Delivered:yyyyMMdd'T'HHmm'Z'}_{Seed:x16}.json.gz"));

    /// <summary>Plans a corpus: every five minutes as many files as there are places, each where chance has it.</summary>
    internal static IReadOnlyList<LogFilePlan> Of(CorpusRecipe recipe, BaseRecords records)
    {
        var random = new Random(recipe.Seed);
        var files = new List<LogFilePlan>();
        for (long left = recipe.TextBytes; left > 0; left -= files[^1].TextBytes)
        {
            RecordPool place = recipe.Sizes == FileSizes.Single ? records.Largest : records.Place(random);
            files.Add(new LogFilePlan(place, Start + (Slot * (files.Count / records.Places)), recipe.Sizes.Next(left, random), random.Next()));
        }

        return files;
    }
}
