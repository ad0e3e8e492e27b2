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

    private BaseRecords(IEnumerable<RecordPool> places)
    {
        Places = [.. places];
        TextBytes = Places.Sum(place => place.TextBytes);
    }

    /// <summary>The accounts and Regions, that is the folders.</summary>
    internal IReadOnlyList<RecordPool> Places { get; }

    /// <summary>The length of all records.</summary>
    internal long TextBytes { get; }

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
        foreach (LedgerRecord record in Thinned(trail.Records, noiseRatio, new Random(seed)))
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

    /// <summary>
    /// Leaves out as many of one kind that the shares are those asked for: sign-ins and grants come with the work, however
    /// few records of other services are wanted.
    /// </summary>
    private static IEnumerable<LedgerRecord> Thinned(IReadOnlyList<LedgerRecord> records, double noiseRatio, Random random)
    {
        double deadline = records.Count(record => record.IsDeadline);
        double keepOthers = deadline / (1 - noiseRatio) * noiseRatio / (records.Count - deadline);
        return records.Where(record => random.NextDouble() < (record.IsDeadline ? 1 / keepOthers : keepOthers));
    }
}
