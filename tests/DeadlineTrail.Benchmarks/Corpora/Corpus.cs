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

    private readonly Lazy<CorpusCounts> _counts;
    private readonly Lazy<string[]> _files;

    private Corpus(string folder)
    {
        Folder = folder;
        _counts = new Lazy<CorpusCounts>(() => JsonSerializer.Deserialize(File.ReadAllText(CountsIn(folder)), Json.Default.CorpusCounts)!);
        _files = new Lazy<string[]>(() => [.. Directory.EnumerateFiles(Logs, "*.json.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);
    }

    internal string Folder { get; }

    /// <summary>The folder with nothing but log files.</summary>
    internal string Logs => LogsIn(Folder);

    /// <summary>What is in it.</summary>
    internal CorpusCounts Counts => _counts.Value;

    /// <summary>Every file, for those who do not look for them themselves. Read when asked for: the list of a large corpus
    /// would show in the memory of those who do.</summary>
    internal IReadOnlyList<string> Files => _files.Value;

    /// <summary>Opens a corpus; null when there is none in the folder, or not all of it.</summary>
    internal static Corpus? Open(string folder) => File.Exists(CountsIn(folder)) ? new Corpus(folder) : null;

    /// <summary>Says that a corpus is written to its end.</summary>
    internal static Corpus Complete(string folder, CorpusCounts counts)
    {
        File.WriteAllText(CountsIn(folder), JsonSerializer.Serialize(counts, Json.Default.CorpusCounts));
        return new Corpus(folder);
    }

    internal static string LogsIn(string folder) => Path.Combine(folder, LogsFolder);

    private static string CountsIn(string folder) => Path.Combine(folder, CountsFile);
}
