using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>Corpora by their recipes: made once, used again.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="tell">Hears what takes a while.</param>
internal sealed class CorpusStore(string folder, Action<string> tell)
{
    private readonly Dictionary<(double NoiseRatio, int Seed), BaseRecords> _records = [];

    /// <summary>Gives the corpus of a recipe; makes it when it is not there.</summary>
    internal Corpus Get(CorpusRecipe recipe)
    {
        string path = Path.Combine(folder, recipe.Key);
        if (Corpus.Open(path) is { } found)
        {
            return found;
        }

        tell($"Writing {recipe.Key} to {folder}");
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Corpus.Complete(path, Write(Corpus.LogsIn(path), LogFilePlan.Of(recipe, Records(recipe))));
    }

    private BaseRecords Records(CorpusRecipe recipe)
    {
        (double, int) key = (recipe.NoiseRatio, recipe.Seed);
        if (!_records.TryGetValue(key, out BaseRecords? records))
        {
            _records.Add(key, records = BaseRecords.Play(recipe.NoiseRatio, recipe.Seed));
        }

        return records;
    }

    private static CorpusCounts Write(string logs, IReadOnlyList<LogFilePlan> plans)
    {
        foreach (string directory in plans.Select(plan => Path.GetDirectoryName(plan.Path)!).Distinct())
        {
            Directory.CreateDirectory(Path.Combine(logs, directory));
        }

        CorpusCounts total = CorpusCounts.None;
        var gate = new Lock();
        Parallel.ForEach(
            plans,
            () => (Dealer: new LogFileDealer(), Counts: CorpusCounts.None),
            (plan, _, mine) => (mine.Dealer, mine.Counts.And(Write(Path.Combine(logs, plan.Path), plan, mine.Dealer))),
            mine =>
            {
                lock (gate)
                {
                    total = total.And(mine.Counts);
                }
            });
        return total;
    }

    private static CorpusCounts Write(string path, LogFilePlan plan, LogFileDealer dealer)
    {
        using FileStream file = File.Create(path);
        CorpusCounts counts;
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        using (var text = new BufferedStream(gzip, 64 * 1024))
        {
            counts = dealer.Deal(plan, text);
        }

        return counts with { CompressedBytes = file.Length };
    }
}
