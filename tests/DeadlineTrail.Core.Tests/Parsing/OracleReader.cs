using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Core.Tests.Parsing;

/// <summary>A record by the oracle: its text, and its number in the file.</summary>
internal sealed record OracleRecord(string Raw, long Number, string Id, string Source);

/// <summary>
/// The slow and obviously right reader the fast one is held against: a document of the runtime's own parser for each value,
/// and none of the product's code. It knows only whole and valid texts; of others it says that they are neither.
/// </summary>
internal static class OracleReader
{
    private static readonly string[] ListNames = ["Records", "Events", "events", "logEvents"];

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256, AllowMultipleValues = true };

    /// <summary>Reads a text; null when it is not valid throughout.</summary>
    internal static List<OracleRecord>? Read(ReadOnlySpan<byte> text)
    {
        var records = new List<OracleRecord>();
        long elements = 0;
        try
        {
            if (text.StartsWith("\uFEFF"u8))
            {
                text = text[3..];
            }

            foreach (var value in Values(text))
            {
                ReadValue(value.RootElement, records, ref elements);
                value.Dispose();
            }
        }
        catch (Exception damage) when (damage is JsonException or FormatException)
        {
            return null;
        }

        return records;
    }

    private static List<JsonDocument> Values(ReadOnlySpan<byte> text)
    {
        var values = new List<JsonDocument>();
        while (!(text = TrimStart(text)).IsEmpty)
        {
            if (text[0] is >= (byte)'0' and <= (byte)'9')
            {
                // The time at which CloudWatch Logs took the event.
                var blank = text.IndexOf((byte)' ');
                var time = Encoding.UTF8.GetString(text[..Math.Max(0, blank)]);
                DateTime.ParseExact(time, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
                text = TrimStart(text[blank..]);
            }

            if (text.IsEmpty || text[0] is not ((byte)'{' or (byte)'['))
            {
                throw new FormatException();
            }

            var reader = new Utf8JsonReader(text, Options);
            values.Add(JsonDocument.ParseValue(ref reader));
            text = text[(int)reader.BytesConsumed..];
        }

        return values;
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \r\n\t"u8);

    private static void ReadValue(JsonElement value, List<OracleRecord> records, ref long elements)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object)
                {
                    throw new FormatException();
                }

                ReadValue(item, records, ref elements);
            }

            return;
        }

        var isEnvelope = false;
        foreach (var member in value.EnumerateObject())
        {
            if (Array.IndexOf(ListNames, member.Name) >= 0 && member.Value.ValueKind == JsonValueKind.Array && !Has(value, "eventSource"))
            {
                isEnvelope = true;
                ReadValue(member.Value, records, ref elements);
            }
        }

        if (!isEnvelope)
        {
            ReadElement(value, records, ++elements);
        }
    }

    private static void ReadElement(JsonElement element, List<OracleRecord> records, long number)
    {
        if (IsRecord(element))
        {
            Add(element, records, number);
        }
        else if (Has(element, "insightDetails"))
        {
            // An Insight event.
        }
        else if ((Text(element, "CloudTrailEvent") ?? Text(element, "message")) is { } wrapped)
        {
            wrapped = wrapped.Trim(' ', '\r', '\n', '\t');
            if (wrapped.StartsWith('{'))
            {
                using var inner = JsonDocument.Parse(wrapped, new JsonDocumentOptions { MaxDepth = 256 });
                if (IsRecord(inner.RootElement))
                {
                    Add(inner.RootElement, records, number);
                }
            }
        }
        else if (element.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.Object && IsRecord(detail))
        {
            Add(detail, records, number);
        }
    }

    private static bool IsRecord(JsonElement element) => Has(element, "eventSource") && Has(element, "eventName");

    private static void Add(JsonElement record, List<OracleRecord> records, long number)
    {
        var source = Text(record, "eventSource") ?? throw new FormatException();
        if (source == "aws:s3")
        {
            return;
        }

        DateTime.ParseExact(
            Text(record, "eventTime") ?? throw new FormatException(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        records.Add(new OracleRecord(record.GetRawText(), number, Text(record, "eventID") ?? string.Empty, source));
    }

    private static bool Has(JsonElement element, string name) => element.TryGetProperty(name, out _);

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return "half a surrogate pair";
        }
    }
}
