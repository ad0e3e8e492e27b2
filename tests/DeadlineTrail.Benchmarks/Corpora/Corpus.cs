using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>A corpus on disk.</summary>
internal sealed class Corpus
{
    private const string CountsFile = "counts.json";
    private const string LogsFolder = "logs";

    private Corpus(string folder, CorpusCounts counts)
    {
        Folder = folder;
        Counts = counts;
        Files = [.. new DirectoryInfo(Logs).EnumerateFiles("*.json.gz", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)];
        CompressedBytes = Files.Sum(file => file.Length);
    }

    internal string Folder { get; }

    /// <summary>The folder with nothing but log files.</summary>
    internal string Logs => LogsIn(Folder);

    internal CorpusCounts Counts { get; }

    internal IReadOnlyList<FileInfo> Files { get; }

    internal long CompressedBytes { get; }

    /// <summary>Opens a corpus; null when there is none in the folder, or not all of it.</summary>
    internal static Corpus? Open(string folder)
    {
        string counts = Path.Combine(folder, CountsFile);
        return File.Exists(counts) ? new Corpus(folder, JsonSerializer.Deserialize<CorpusCounts>(File.ReadAllText(counts))!) : null;
    }

    /// <summary>Says that a corpus is written to its end.</summary>
    internal static Corpus Complete(string folder, CorpusCounts counts)
    {
        File.WriteAllText(Path.Combine(folder, CountsFile), JsonSerializer.Serialize(counts));
        return new Corpus(folder, counts);
    }

    internal static string LogsIn(string folder) => Path.Combine(folder, LogsFolder);
}
