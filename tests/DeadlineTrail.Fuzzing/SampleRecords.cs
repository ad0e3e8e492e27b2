using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Fuzzing;

/// <summary>The records of docs/samples, read by the runtime alone.</summary>
internal static class SampleRecords
{
    private static readonly Lazy<List<(string Source, string Name, string Raw)>> Read = new(ReadAll);

    /// <summary>One record of each operation.</summary>
    internal static IEnumerable<string> OneOfEach => Read.Value.GroupBy(static record => (record.Source, record.Name)).Select(static same => same.MinBy(static record => record.Raw.Length).Raw);

    /// <summary>The first records of some operations, in the order of time.</summary>
    internal static string Lines(int count, Func<string, string, bool> wanted) =>
        string.Join("\n", Read.Value.Where(record => wanted(record.Source, record.Name)).Take(count).Select(static record => record.Raw));

    /// <summary>The values of a field, each once.</summary>
    internal static IEnumerable<string> Values(string field)
    {
        foreach (var (_, _, raw) in Read.Value)
        {
            using var record = JsonDocument.Parse(raw);
            if (record.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
            {
                yield return value.GetString()!;
            }
        }
    }

    private static List<(string Source, string Name, string Raw)> ReadAll()
    {
        var records = new List<(string Time, string Source, string Name, string Raw)>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "samples"), "*_CloudTrail_*.json.gz", SearchOption.AllDirectories))
        {
            using var text = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var log = JsonDocument.Parse(text);
            foreach (var record in log.RootElement.GetProperty("Records").EnumerateArray())
            {
                records.Add((
                    record.GetProperty("eventTime").GetString()!, record.GetProperty("eventSource").GetString()!, record.GetProperty("eventName").GetString()!,
                    record.GetRawText().ReplaceLineEndings(" ")));
            }
        }

        return [.. records.OrderBy(static record => record.Time, StringComparer.Ordinal).Select(static record => (record.Source, record.Name, record.Raw))];
    }

    internal static byte[] Gzip(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }
}
