using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

public sealed class DeterminismTests
{
    private static readonly StudioOptions Small = new() { Days = 2, Artists = 3, Workers = 2, HeartbeatSeconds = 1800, EveryOperation = true };

    [Fact]
    public void The_same_options_give_the_same_bytes() =>
        Assert.Equal(Fingerprint(Testing.Studio.Create(Small)), Fingerprint(Testing.Studio.Create(Small with { })));

    [Fact]
    public void Another_seed_gives_another_studio() =>
        Assert.NotEqual(Fingerprint(Testing.Studio.Create(Small)), Fingerprint(Testing.Studio.Create(Small with { Seed = 2 })));

    [Fact]
    public void Writing_and_keeping_the_ledger_play_the_same_studio()
    {
        StudioTrail trail = Testing.Studio.Create(Small);
        Assert.Equal(
            trail.Objects().Where(o => o.Kind == "CloudTrail").Select(o => o.Key),
            trail.Records.SelectMany(r => r.Files).Distinct().OrderBy(k => k, StringComparer.Ordinal).ToHashSet().Order(new ByArrival(trail)));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(7UL)]
    [InlineData(1234567890123UL)]
    public void Every_operation_happens_in_a_single_day_whatever_the_seed(ulong seed) =>
        Assert.Equal(128, Testing.Studio.Create(Small with { Seed = seed, Days = 1 }).Ledger.Tally.Operations.Count);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void Other_services_have_the_share_asked_for(double share)
    {
        Tally tally = Testing.Studio.Create(Small with { Days = 1, NoiseRatio = share }).Ledger.Tally;
        double actual = 1 - ((double)tally.DeadlineRecords / tally.Records);

        // The studio's own sign-ins and grants are there in any case.
        Assert.InRange(actual, share - 0.01, Math.Max(share + 0.01, 0.35));
    }

    [Fact]
    public void A_file_holds_no_more_records_than_the_options_allow() =>
        Assert.All(Testing.Studio.Create(Small with { FileMinutes = 600, RecordsPerFile = 50 }).Objects(), o => Assert.InRange(o.Records, 0, 50));

    [Fact]
    public void The_gzip_header_holds_no_time()
    {
        byte[] first = Testing.Studio.Create(Small).Objects().First().Compress();
        Assert.Equal([0x1f, 0x8b, 8], first[..3]);
        Assert.Equal([0, 0, 0, 0], first[4..8]);
    }

    [Fact]
    public void The_generator_references_no_assembly_of_the_product() =>
        Assert.DoesNotContain(typeof(StudioTrail).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("DeadlineTrail", StringComparison.Ordinal));

    private static string Fingerprint(StudioTrail trail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (BucketObject file in trail.Objects())
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file.Key));
            hash.AppendData(file.Compress());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class ByArrival(StudioTrail trail) : IComparer<string>
    {
        private readonly Dictionary<string, int> _places = trail.Objects().Select((o, i) => (o.Key, i)).ToDictionary(p => p.Key, p => p.i);

        public int Compare(string? x, string? y) => _places[x!].CompareTo(_places[y!]);
    }
}
