using System;
using System.Collections.Generic;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>What a corpus is made of. Equal recipes make equal corpora.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="TextBytes">Its size before compression, roughly.</param>
/// <param name="NoiseRatio">The share of records of other services.</param>
/// <param name="Sizes">How large its files are.</param>
/// <param name="Seed">The seed of everything left to chance.</param>
internal sealed record CorpusRecipe(string Name, long TextBytes, double NoiseRatio, FileSizes Sizes, int Seed)
{
    /// <summary>A busy account's trail: files of a megabyte, three records in a hundred Deadline Cloud's.</summary>
    internal const string Mixed = "mixed";

    /// <summary>The same in as many small files as a quiet account has.</summary>
    internal const string Small = "small";
    internal const string Heavy = "heavy";
    internal const string Huge = "huge";

    // Counted up when the same recipe comes to mean another corpus.
    private const int Generation = 4;

    private const double OfOthers = 0.97;

    /// <summary>The corpora there are.</summary>
    internal static IReadOnlyList<string> Names { get; } = [Mixed, Small, Heavy, Huge];

    /// <summary>The name of its folder.</summary>
    internal string Key => FormattableString.Invariant($"{Name}-{TextBytes / 1000}KB-seed{Seed}-v{Generation}");

    /// <summary>The corpus of a name, in proportion to the mixed one.</summary>
    internal static CorpusRecipe Named(string name, long mixedBytes, int seed) => name switch
    {
        Mixed => new CorpusRecipe(Mixed, mixedBytes, OfOthers, FileSizes.Large, seed),
        Small => new CorpusRecipe(Small, mixedBytes, OfOthers, FileSizes.Genuine, seed),
        Heavy => new CorpusRecipe(Heavy, mixedBytes / 10, 0.10, FileSizes.Large, seed),
        Huge => new CorpusRecipe(Huge, Math.Min(300_000_000, mixedBytes * 3 / 20), OfOthers, FileSizes.Single, seed),
        _ => throw new ArgumentException($"There is no corpus \"{name}\".", nameof(name)),
    };
}
