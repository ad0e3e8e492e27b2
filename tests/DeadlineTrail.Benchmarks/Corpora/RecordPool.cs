using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Testing;

namespace DeadlineTrail.Benchmarks.Corpora;

/// <summary>
/// The records of one account and Region in the order they happened, with the places of their time and identifier, which
/// are the same length in every record: overwritten, they make another record.
/// </summary>
internal sealed class RecordPool
{
    internal const int TimeLength = 20;
    internal const int IdLength = 36;

    private readonly List<Entry> _entries = [];

    internal RecordPool(string account, string region)
    {
        Account = account;
        Region = region;
    }

    internal string Account { get; }

    internal string Region { get; }

    internal int Count => _entries.Count;

    /// <summary>The length of all its records.</summary>
    internal long TextBytes { get; private set; }

    internal Entry this[int index] => _entries[index];

    internal void Add(LedgerRecord record)
    {
        byte[] json = Encoding.UTF8.GetBytes(record.Json);
        _entries.Add(new Entry(json, TextAt(json, "eventTime"u8, TimeLength), TextAt(json, "eventID"u8, IdLength), record.IsDeadline));
        TextBytes += json.Length;
    }

    private static int TextAt(byte[] json, ReadOnlySpan<byte> name, int length)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == length)
            {
                return (int)reader.TokenStartIndex + 1;
            }

            reader.Skip();
        }

        throw new InvalidOperationException($"The studio wrote a record without a plain {Encoding.UTF8.GetString(name)}: {Encoding.UTF8.GetString(json)}");
    }

    /// <summary>A record.</summary>
    /// <param name="Json">Its text.</param>
    /// <param name="TimeAt">Where its time stands.</param>
    /// <param name="IdAt">Where its identifier stands.</param>
    /// <param name="IsDeadline">Whether it is one of Deadline Cloud's.</param>
    internal readonly record struct Entry(byte[] Json, int TimeAt, int IdAt, bool IsDeadline);
}
