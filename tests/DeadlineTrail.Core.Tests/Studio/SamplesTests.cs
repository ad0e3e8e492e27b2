using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using DeadlineTrail.Testing;
using Xunit;

namespace DeadlineTrail.Core.Tests.Studio;

/// <summary>
/// <c>docs/samples</c> is what the generator writes. With the environment variable DEADLINETRAIL_WRITE_SAMPLES=1 the
/// folder is written anew instead of compared:
/// <c>DEADLINETRAIL_WRITE_SAMPLES=1 dotnet test tests/DeadlineTrail.Core.Tests --filter FullyQualifiedName~SamplesTests</c>
/// </summary>
public sealed class SamplesTests
{
    private static readonly string Folder = Path.Combine(Root(), "docs", "samples");

    private readonly StudioTrail _trail = SampleStudio.Play();

    public SamplesTests()
    {
        if (Environment.GetEnvironmentVariable("DEADLINETRAIL_WRITE_SAMPLES") == "1")
        {
            string logs = Path.Combine(Folder, "AWSLogs");
            if (Directory.Exists(logs))
            {
                Directory.Delete(logs, recursive: true);
            }

            _trail.WriteTo(Folder, CompressionLevel.SmallestSize);
        }
    }

    [Fact]
    public void The_samples_are_what_the_generator_writes()
    {
        Dictionary<string, BucketObject> made = _trail.Objects().ToDictionary(o => o.Key);
        Assert.Equal(made.Keys.Order(StringComparer.Ordinal), Files().Select(f => f.Key).Order(StringComparer.Ordinal));

        // Compared without compression, which may differ from one runtime to the next.
        Assert.All(Files(), file => Assert.True(made[file.Key].Content.Span.SequenceEqual(Inflate(file.Path)), file.Key));
    }

    [Fact]
    public void The_samples_are_small()
    {
        Assert.InRange(Files().Sum(f => new FileInfo(f.Path).Length), 100_000, 600_000);
        Assert.InRange(Files().Count(), 30, 75);
    }

    [Fact]
    public void The_readme_tells_every_incident_and_names_who_was_in_it()
    {
        string readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.All(_trail.Ledger.Incidents, incident =>
            Assert.Contains(incident.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), readme, StringComparison.Ordinal));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{_trail.Ledger.Tally.Records:N0} records"), readme, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{_trail.Ledger.Tally.DeadlineRecords:N0} of them"), readme, StringComparison.Ordinal);
        foreach (SignInSession session in _trail.Ledger.SignIns)
        {
            Assert.Contains(session.UserName, readme, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(string Key, string Path)> Files() =>
        Directory.EnumerateFiles(Folder, "*.gz", SearchOption.AllDirectories).Select(p => (Path.GetRelativePath(Folder, p).Replace('\\', '/'), p));

    private static byte[] Inflate(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        gzip.CopyTo(memory);
        return memory.ToArray();
    }

    // The compiler's own path is mapped for reproducible builds; the tests run below the repository's root.
    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "DeadlineTrail.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("The samples are looked for in a checkout.");
    }
}
