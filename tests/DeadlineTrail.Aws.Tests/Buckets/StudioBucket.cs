using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Aws.Tests.Buckets;

/// <summary>A few days of a studio's trail as files, and what its ledger says is in them.</summary>
public sealed class StudioBucket : IDisposable
{
    public StudioBucket()
    {
        Trail = Studio.Create(new StudioOptions
        {
            Seed = 7, Days = 2, Artists = 3, Workers = 2, HeartbeatSeconds = 900, OrganizationId = "o-3x4mpl3org", Prefix = "trails/studio",
            NoiseRatio = 0.3, LateShare = 0.02, DuplicateShare = 0.03, FileMinutes = 30,
        });
        Folder = Directory.CreateTempSubdirectory("deadlinetrail-bucket-").FullName;
        Trail.WriteTo(Folder);
    }

    public StudioTrail Trail { get; }

    public string Folder { get; }

    /// <summary>The farm's events, newest first.</summary>
    public IReadOnlyList<string> FarmIds => [.. Trail.Ledger.NewestFirst().Where(record => record.IsDeadline).Select(record => record.EventId)];

    /// <summary>The key of a log with a farm's event that lies in no other.</summary>
    public LedgerRecord Lonely => Trail.Records.First(record => record.IsDeadline && record.Files.Count == 1);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>One studio for all tests that only read it.</summary>
[CollectionDefinition(nameof(StudioBucket))]
public sealed class SharedStudioBucket : ICollectionFixture<StudioBucket>;
