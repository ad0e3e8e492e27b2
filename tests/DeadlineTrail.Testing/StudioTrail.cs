using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace DeadlineTrail.Testing;

/// <summary>The trail of one studio. Each use plays it from the beginning, with the same result.</summary>
public sealed class StudioTrail
{
    private readonly Lazy<Ledger> _ledger;

    internal StudioTrail(StudioOptions options)
    {
        Options = options;
        _ledger = new Lazy<Ledger>(() =>
        {
            using var world = new World(options, keepsRecords: true);
            foreach (BucketObject _ in world.Play())
            {
            }

            return world.Ledger;
        });
    }

    public StudioOptions Options { get; }

    /// <summary>The whole truth, every record in memory: for trails of a size a test can hold.</summary>
    public Ledger Ledger => _ledger.Value;

    /// <summary>Every record once.</summary>
    public IReadOnlyList<LedgerRecord> Records => Ledger.Records;

    /// <summary>The objects of the bucket in the order they arrive, one at a time, however big the trail is.</summary>
    public IEnumerable<BucketObject> Objects()
    {
        using var world = new World(Options, keepsRecords: false);
        foreach (BucketObject file in world.Play())
        {
            yield return file;
        }
    }

    /// <summary>Writes the bucket below a folder, a few minutes of it in memory at a time; returns the counts.</summary>
    public Tally WriteTo(string folder, CompressionLevel compression = CompressionLevel.Optimal)
    {
        using var world = new World(Options, keepsRecords: false);
        foreach (BucketObject file in world.Play())
        {
            string path = Path.Combine(folder, file.Key.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream stream = File.Create(path);
            file.CopyTo(stream, compression);
        }

        return world.Ledger.Tally;
    }
}
