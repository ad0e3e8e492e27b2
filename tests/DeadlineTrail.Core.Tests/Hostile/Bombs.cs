using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DeadlineTrail.Core.Tests.Hostile;

/// <summary>Files made to cost whoever reads them.</summary>
internal static class Bombs
{
    internal const string Good = """{"eventVersion":"1.11","eventTime":"2026-03-02T10:05:00Z","eventSource":"deadline.amazonaws.com","eventName":"GetJob","eventID":"GOOD"}""";

    private const int Megabyte = 1024 * 1024;

    /// <summary>Zeros in members of 100 MB: 10 GB in 10 MB.</summary>
    internal static void WriteZeros(string path, int gigabytes)
    {
        var member = Gzip(stream =>
        {
            for (var at = 0; at < 100; at++)
            {
                stream.Write(new byte[Megabyte]);
            }
        });
        using var file = File.Create(path);
        for (var written = 0; written < gigabytes * 1024; written += 100)
        {
            file.Write(member);
        }
    }

    /// <summary>A record with a text of so many megabytes.</summary>
    internal static void WriteLongText(string path, int megabytes) => File.WriteAllBytes(path, Gzip(stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes("{\"Records\":[" + Good[..^1] + ",\"requestParameters\":{\"x\":\""));
        var text = Encoding.UTF8.GetBytes(new string('x', Megabyte));
        for (var at = 0; at < megabytes; at++)
        {
            stream.Write(text);
        }

        stream.Write("\"}}]}"u8);
    }));

    internal static void WriteEmptyRecords(string path, int count)
    {
        var some = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{},", 100_000)));
        File.WriteAllBytes(path, Gzip(stream =>
        {
            stream.Write("{\"Records\":["u8);
            for (var at = 0; at < count; at += 100_000)
            {
                stream.Write(some);
            }

            stream.Write("{}]}"u8);
        }));
    }

    internal static void WriteNesting(string path, int depth) => File.WriteAllText(
        path, $$"""{"Records":[{{Good[..^1]}},"requestParameters":{{new string('[', depth)}}{{new string(']', depth)}}}]}""");

    private static byte[] Gzip(Action<Stream> write)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
        {
            write(gzip);
        }

        return file.ToArray();
    }
}
