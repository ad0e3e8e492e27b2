using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>A record as the reader told of it.</summary>
internal sealed record ReadRecord(string Raw, long Number, long Position, bool Recovered, long Ticks)
{
    /// <summary>The record's eventID and eventSource, by another parser.</summary>
    internal string Id => Text("eventID");

    internal string Source => Text("eventSource");

    private string Text(string name)
    {
        using var document = JsonDocument.Parse(Raw, new JsonDocumentOptions { MaxDepth = 1000 });
        return OracleReader.Text(document.RootElement, name) ?? string.Empty;
    }
}

/// <summary>What the reader told of a log, and what that cost.</summary>
internal sealed class LogReading : ILogVisitor
{
    internal const string Deadline = "deadline.amazonaws.com";

    internal List<ReadRecord> Records { get; } = [];

    internal List<string> NotEvents { get; } = [];

    internal List<LogDamage> Damages { get; } = [];

    internal IEnumerable<ReadRecord> DeadlineRecords => Records.Where(record => record.Source == Deadline);

    internal long Elements { get; private set; }

    internal long Bytes { get; private set; }

    /// <summary>How many bytes were looked at, each as often as it was.</summary>
    internal long Examined { get; private set; }

    /// <summary>How large the window had to grow.</summary>
    internal int Capacity { get; private set; }

    internal static LogReading Of(string text, bool needle = false) => Of(Encoding.UTF8.GetBytes(text), needle);

    internal static LogReading Of(byte[] file, bool needle = false) => Of(new MemoryStream(file), needle);

    internal static LogReading Of(Stream file, bool needle = false, bool strict = false)
    {
        var reading = new LogReading();
        var reader = new LogReader(reading, needle ? RecordNeedle.ForMember("eventSource", Deadline) : null, strict);
        reading.Read(reader, file);
        return reading;
    }

    /// <summary>As with <c>-Strict</c>, which asks for one service all the same.</summary>
    internal static LogReading Strictly(byte[] file) => Of(new MemoryStream(file), needle: true, strict: true);

    /// <summary>Reads with a reader that may have read other logs before.</summary>
    internal void Read(LogReader reader, Stream file)
    {
        using var text = LogText.Open(file);
        reader.Read(text, CancellationToken.None);
        Elements = reader.Elements;
        Bytes = reader.Bytes;
        Examined = reader.Window.Examined;
        Capacity = reader.Window.Capacity;
    }

    public void Record(in ParsedElement record, in RecordPlace place) =>
        Records.Add(new ReadRecord(Encoding.UTF8.GetString(record.Json), place.Number, place.Position, place.Recovered, record.EventTicks));

    public void NotAnEvent(string what) => NotEvents.Add(what);

    public void Damage(LogDamage damage) => Damages.Add(damage);

    public override string ToString() =>
        $"{Records.Count} records; not events: {string.Join(", ", NotEvents)}; damage: {string.Join("; ", Damages)}";
}

/// <summary>A stream that gives its bytes in pieces: always as many, or, of size 0, as chance will.</summary>
internal sealed class PieceStream(byte[] bytes, int size, int seed = 1) : MemoryStream(bytes)
{
    private readonly Random _random = new(seed);

    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, Math.Min(count, size > 0 ? size : _random.Next(1, 300)));
}
