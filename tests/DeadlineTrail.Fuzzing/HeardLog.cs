using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using DeadlineTrail.Parsing;

namespace DeadlineTrail.Fuzzing;

/// <summary>A reader of logs, used for one input after the other as a query uses it, and what it told of the last.</summary>
internal sealed class HeardLog : ILogVisitor
{
    internal const string Deadline = "deadline.amazonaws.com";

    private readonly LogReader _reader;

    internal HeardLog(RecordNeedle? needle, bool strict = false) => _reader = new LogReader(this, needle, strict);

    internal List<(long Number, string Raw, bool Recovered, bool IsDeadline)> Records { get; } = [];

    internal List<string> NotEvents { get; } = [];

    internal List<LogDamage> Damages { get; } = [];

    /// <summary>How many bytes were looked at, each as often as it was.</summary>
    internal long Examined => _reader.Window.Examined;

    internal void Read(Stream text)
    {
        Records.Clear();
        NotEvents.Clear();
        Damages.Clear();
        _reader.Read(text, CancellationToken.None);
    }

    public void Record(in ParsedElement record, in RecordPlace place) => Records.Add((
        place.Number, Encoding.UTF8.GetString(record.Json), place.Recovered, record.Is(RecordField.EventSource, "deadline.amazonaws.com"u8)));

    public void NotAnEvent(string what) => NotEvents.Add(what);

    public void Damage(LogDamage damage) => Damages.Add(damage);
}
