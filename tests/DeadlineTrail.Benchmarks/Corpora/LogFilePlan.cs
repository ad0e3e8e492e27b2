using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

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

    /// <summary>
    /// Plans a corpus: every five minutes as many files as there are places, each at the place that is furthest behind its
    /// share, so that the whole has the shares of the base however few files it is.
    /// </summary>
    internal static IReadOnlyList<LogFilePlan> Of(CorpusRecipe recipe, BaseRecords records)
    {
        var random = new Random(recipe.Seed);
        var files = new List<LogFilePlan>();
        var planned = records.Places.ToDictionary(place => place, _ => 0L);
        for (long left = recipe.TextBytes; left > 0;)
        {
            long size = recipe.Sizes.Next(left, random);
            left -= size;
            RecordPool place = records.Places.MaxBy(place =>
                ((double)place.TextBytes / records.TextBytes * (recipe.TextBytes - left)) - planned[place])!;
            planned[place] += size;
            files.Add(new LogFilePlan(place, Start + (Slot * (files.Count / records.Places.Count)), size, random.Next()));
        }

        return files;
    }
}
