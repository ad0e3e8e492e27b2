using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Testing;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>
/// Some tens of thousands of records of one studio, played once: three accounts, four Regions, look-alikes and oddities
/// among the records of other services. Corpora are dealt from them.
/// </summary>
internal sealed class BaseRecords
{
    private const int Wanted = 30_000;

    private readonly RecordPool[] _pools;
    private readonly long _total;

    private BaseRecords(IEnumerable<RecordPool> pools)
    {
        _pools = [.. pools];
        _total = _pools.Sum(pool => pool.TextBytes);
    }

    /// <summary>The number of accounts and Regions, that is of folders.</summary>
    internal int Places => _pools.Length;

    /// <summary>The place with the most records.</summary>
    internal RecordPool Largest => _pools.MaxBy(pool => pool.TextBytes)!;

    /// <summary>Plays the studio.</summary>
    /// <param name="noiseRatio">The share of records of other services.</param>
    /// <param name="seed">The studio's seed.</param>
    internal static BaseRecords Play(double noiseRatio, int seed)
    {
        const int accounts = 3;
        StudioTrail trail = Studio.Create(new StudioOptions
        {
            Seed = (ulong)seed,
            Days = 1,
            Accounts = accounts,
            Regions = ["us-west-2", "eu-central-1", "ap-southeast-2", "us-east-1"],
            NoiseRatio = noiseRatio,
            EventsPerDay = (int)(Wanted * (1 - noiseRatio) / accounts),
            LateShare = 0,
            DuplicateShare = 0,
            DigestHours = 0,
            OtherFiles = false,
        });
        var pools = new SortedDictionary<string, RecordPool>(StringComparer.Ordinal);
        foreach (LedgerRecord record in trail.Records)
        {
            // 123456789012_CloudTrail_us-west-2_20260302T0905Z_0123456789abcdef.json.gz
            string[] name = record.Files[0][(record.Files[0].LastIndexOf('/') + 1)..].Split('_');
            string place = name[0] + name[2];
            if (!pools.TryGetValue(place, out RecordPool? pool))
            {
                pools.Add(place, pool = new RecordPool(name[0], name[2]));
            }

            pool.Add(record);
        }

        return new BaseRecords(pools.Values);
    }

    /// <summary>Draws a place, by how much happens there.</summary>
    internal RecordPool Place(Random random)
    {
        long at = random.NextInt64(_total);
        return _pools.First(pool => (at -= pool.TextBytes) < 0);
    }
}
