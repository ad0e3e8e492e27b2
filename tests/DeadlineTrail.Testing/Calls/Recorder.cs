using System;
using System.Collections.Generic;
using System.Text;
using DeadlineTrail.Testing.Delivery;

namespace DeadlineTrail.Testing.Calls;

/// <summary>CloudTrail's place: every record passes here on its way into the ledger and to the courier.</summary>
internal sealed class Recorder(Ledger ledger, Courier courier) : IDisposable
{
    public const string Deadline = "deadline.amazonaws.com";

    private readonly RecordWriter _writer = new();

    /// <summary>Called after each record with whether it was one of Deadline Cloud.</summary>
    public Action<bool>? Recorded { get; set; }

    public void Record(TrailRecord record)
    {
        record = courier.Postmark(record, out Delay? delay);
        ReadOnlySpan<byte> json = _writer.Write(record);
        bool deadline = record.Source == Deadline;
        ledger.Tally.Count(record.Source, record.Name, deadline, record.ResourcesJson is null ? null : record.Operation?.ResourcesType);
        LedgerRecord? entry = ledger.KeepsRecords ? Entry(record, json) : null;
        courier.Deliver(record, json, entry, delay);
        Recorded?.Invoke(deadline);
    }

    public void Dispose() => _writer.Dispose();

    private LedgerRecord Entry(TrailRecord record, ReadOnlySpan<byte> json)
    {
        List<string> about = [];
        Mentions.Add(record.RequestJson, about);
        Mentions.Add(record.ResponseJson, about);
        Mentions.Add(record.ResourcesJson, about);
        Mentions.Add(record.ErrorMessage, about);
        var entry = new LedgerRecord(Encoding.UTF8.GetString(json))
        {
            EventTime = new DateTime(record.Time.Ticks - (record.Time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
            EventId = record.EventId,
            EventSource = record.Source,
            EventName = record.Name,
            Region = record.Region,
            AccountId = record.Account,
            ErrorCode = record.ErrorCode,
            About = about,
        };
        ledger.Add(entry);
        return entry;
    }
}
