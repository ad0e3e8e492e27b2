using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DeadlineTrail.Benchmarks.Contenders;
using DeadlineTrail.Benchmarks.Corpora;

namespace DeadlineTrail.Benchmarks;

/// <summary>What is measured, on what, and how often.</summary>
internal sealed record BenchmarkOptions
{
    internal const string Usage = """
        dotnet run --project tests/DeadlineTrail.Benchmarks -- [options]

          --size SIZE          uncompressed size of the mixed corpus, such as 50MB; the others follow it (2GB)
          --corpora A,B        some of mixed, small, heavy, huge (all)
          --contenders A,B     some of those in the table's first column (all that are installed)
          --folder DIR         where corpora are kept and looked for (a folder in the temporary one)
          --seed N             another corpus of the same kind (1)
          --runs N             measured runs of each, after warming up (5)
          --aws                instead, and alone: Event history and buckets, from an AWS on this machine 30 ms away
          --memory [A,B]       also: peak memory on mixed corpora of these sizes (0.5GB,2GB,4GB)
        """;

    private const string MemorySizes = "0.5GB,2GB,4GB";

    /// <summary>Uncompressed bytes of the mixed corpus.</summary>
    internal long Size { get; private set; } = 2_000_000_000;

    internal IReadOnlyList<string> Corpora { get; private set; } = CorpusRecipe.Names;

    internal IReadOnlyList<string> Contenders { get; private set; } = [.. ContenderKind.All.Select(kind => kind.Name)];

    internal string Folder { get; private set; } = Path.Combine(Path.GetTempPath(), "DeadlineTrail.Benchmarks");

    internal int Seed { get; private set; } = 1;

    internal int Runs { get; private set; } = 5;

    /// <summary>Sizes of mixed corpora on which peak memory is compared; empty when it is not.</summary>
    internal IReadOnlyList<long> Memory { get; private set; } = [];

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">It asks for something that is not there.</exception>
    internal static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            string? value = i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : null;
            options.Set(name, value ?? (name == "--memory" ? MemorySizes : throw new FormatException($"{name} needs a value.")));
        }

        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--size":
                Size = ByteSize.Parse(value);
                break;
            case "--corpora":
                Corpora = Chosen(value, CorpusRecipe.Names);
                break;
            case "--contenders":
                Contenders = Chosen(value, Contenders);
                break;
            case "--folder":
                Folder = Path.GetFullPath(value);
                break;
            case "--seed":
                Seed = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--runs":
                Runs = Math.Max(1, int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case "--memory":
                Memory = [.. value.Split(',').Select(ByteSize.Parse)];
                break;
            default:
                throw new FormatException($"There is no option {name}.");
        }
    }

    private static string[] Chosen(string value, IReadOnlyList<string> known)
    {
        string[] chosen = value.Split(',');
        return chosen.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new FormatException($"There is no \"{unknown}\" among {string.Join(", ", known)}.")
            : chosen;
    }
}
