using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Unicode;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>
/// Writes a log file of records that were played once: runs of them as they followed each other, each with an identifier
/// of its own and a time that fits the file's delivery.
/// </summary>
internal sealed class LogFileDealer
{
    private const int LeastRun = 20;
    private const int MostRun = 200;

    // On genuine logs two thirds of the records are delivered within five minutes and nearly all within ten.
    private const int MostDelayOfFile = 200;
    private const int Period = 300;
    private const int MostJitter = 10;

    private readonly List<RecordPool.Entry> _records = [];
    private byte[] _scratch = new byte[64 * 1024];

    /// <summary>Writes a file's text.</summary>
    /// <returns>What is in it; how it compresses is the caller's to know.</returns>
    internal CorpusCounts Deal(LogFilePlan plan, Stream text)
    {
        var random = new Random(plan.Seed);
        Choose(plan, random);
        DateTime newest = plan.Delivered.AddSeconds(-random.Next(MostDelayOfFile));
        long bytes = Write(text, "{\"Records\":["u8);
        long deadline = 0;
        for (int i = 0; i < _records.Count; i++)
        {
            if (i > 0)
            {
                bytes += Write(text, ","u8);
            }

            double before = ((double)Period * (_records.Count - i) / _records.Count) + random.Next(MostJitter);
            bytes += Write(text, Dealt(_records[i], newest.AddSeconds(-(int)before), random));
            deadline += _records[i].IsDeadline ? 1 : 0;
        }

        bytes += Write(text, "]}"u8);
        return new CorpusCounts(Files: 1, TextBytes: bytes, CompressedBytes: 0, LargestTextBytes: bytes, _records.Count, deadline);
    }

    private void Choose(LogFilePlan plan, Random random)
    {
        _records.Clear();
        int at = 0;
        int run = 0;
        for (long length = 0; length < plan.TextBytes; length += _records[^1].Json.Length + 1)
        {
            if (run-- == 0)
            {
                at = random.Next(plan.Place.Count);
                run = random.Next(LeastRun, MostRun);
            }

            _records.Add(plan.Place[at++ % plan.Place.Count]);
        }
    }

    private ReadOnlySpan<byte> Dealt(in RecordPool.Entry record, DateTime time, Random random)
    {
        if (_scratch.Length < record.Json.Length)
        {
            _scratch = new byte[2 * record.Json.Length];
        }

        Span<byte> json = _scratch.AsSpan(0, record.Json.Length);
        record.Json.CopyTo(json);
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        Utf8.TryWrite(json.Slice(record.TimeAt, RecordPool.TimeLength), $"{time:yyyy-MM-dd'T'HH:mm:ss'Z'}", out _);
        new Guid(id, bigEndian: true).TryFormat(json.Slice(record.IdAt, RecordPool.IdLength), out _);
        return json;
    }

    private static int Write(Stream text, ReadOnlySpan<byte> bytes)
    {
        text.Write(bytes);
        return bytes.Length;
    }
}
