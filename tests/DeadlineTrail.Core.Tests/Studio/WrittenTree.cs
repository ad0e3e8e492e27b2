using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using DeadlineTrail.Testing;
using DuckDB.NET.Data;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

/// <summary>
/// A trail on disk, loaded by DuckDB: the counts that the ledger is held against are made by something that knows neither
/// the generator nor our reader.
/// </summary>
public sealed class WrittenTree : IDisposable
{
    /// <summary>The name of the collection of tests that share one tree.</summary>
    public const string Shared = "a written studio tree";

    private readonly DuckDBConnection _database = new("DataSource=:memory:");

    public WrittenTree()
    {
        Folder = Path.Combine(Path.GetTempPath(), "deadlinetrail-studio-" + Guid.NewGuid().ToString("N"));
        Trail = Testing.Studio.Create(new StudioOptions
        {
            Seed = 42,
            Days = 4,
            Accounts = 2,
            Artists = 4,
            Workers = 3,
            HeartbeatSeconds = 600,
            OrganizationId = "o-3x4mpl3org",
            Prefix = "trails/studio",
            NoiseRatio = 0.5,
            LateShare = 0.02,
            DuplicateShare = 0.03,
            FileMinutes = 15,
            EveryOperation = true,
        });
        Tally = Trail.WriteTo(Folder);
        _database.Open();
        string files = Path.Combine(Folder, "**", "*_CloudTrail_*.json.gz").Replace('\\', '/').Replace("'", "''", StringComparison.Ordinal);
        Execute($$"""
            CREATE TABLE record AS
            SELECT j::VARCHAR AS text, j->>'eventID' AS id, j->>'eventSource' AS source, j->>'eventName' AS name,
                   (j->>'eventTime') AS time, j->>'errorCode' AS error, j, filename
            FROM (SELECT unnest(Records) AS j, filename
                  FROM read_json('{{files}}', columns = {Records: 'JSON[]'}, format = 'unstructured', compression = 'gzip',
                                 maximum_object_size = 268435456, filename = true));
            CREATE TABLE event AS SELECT DISTINCT ON (id) * FROM record;
            CREATE TABLE deadline AS SELECT * FROM event WHERE source = 'deadline.amazonaws.com';
            """);
    }

    public string Folder { get; }

    public StudioTrail Trail { get; }

    public Tally Tally { get; }

    /// <summary>The text of one object.</summary>
    public string Read(string key)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, key));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    public long Number(string sql)
    {
        using DuckDBCommand command = _database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Rows of a text and a number.</summary>
    public SortedDictionary<string, long> Counts(string sql)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (object[] row in Rows(sql))
        {
            counts[(string)row[0]] = Convert.ToInt64(row[1], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    public IEnumerable<object[]> Rows(string sql)
    {
        using DuckDBCommand command = _database.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = _database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>One tree for all tests that only read it.</summary>
[CollectionDefinition(WrittenTree.Shared)]
public sealed class SharedTree : ICollectionFixture<WrittenTree>;
