using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
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

    private const string Unshowable = "\uFFFD";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256, AllowMultipleValues = true };

    /// <summary>Reads a text; null when it is not valid throughout.</summary>
    /// <exception cref="NotSupportedException">A record is inside a text that is not valid UTF-8.</exception>
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
                DateTime.ParseExact(time, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
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
            if (Array.IndexOf(ListNames, Shown(() => member.Name)) >= 0 && member.Value.ValueKind == JsonValueKind.Array && !Has(value, "eventSource"))
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
            if (wrapped == Unshowable)
            {
                throw new NotSupportedException("The oracle cannot tell.");
            }

            wrapped = wrapped.Trim(' ', '\r', '\n', '\t');
            if (wrapped.StartsWith('{'))
            {
                using var inner = JsonDocument.Parse(wrapped, new JsonDocumentOptions { MaxDepth = 256 });
                ReadInner(inner.RootElement, records, number);
            }
        }
        else if (Member(element, "detail") is { ValueKind: JsonValueKind.Object } detail)
        {
            ReadInner(detail, records, number);
        }
        else
        {
            RefuseHalfARecord(element);
        }
    }

    private static void ReadInner(JsonElement detail, List<OracleRecord> records, long number)
    {
        if (IsRecord(detail))
        {
            Add(detail, records, number);
        }
        else
        {
            RefuseHalfARecord(detail);
        }
    }

    /// <summary>What has a record's version and some of what only records have, but not all it takes.</summary>
    private static void RefuseHalfARecord(JsonElement element)
    {
        if (Has(element, "eventVersion") && (Has(element, "eventName") || Has(element, "eventTime") || Has(element, "eventID")))
        {
            throw new FormatException();
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
        records.Add(new OracleRecord(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(record)), number, Text(record, "eventID") ?? string.Empty, source));
    }

    private static bool Has(JsonElement element, string name) => Member(element, name) is not null;

    internal static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? Shown(value.GetString) : null;

    /// <summary>Of a name that comes twice, the last.</summary>
    private static JsonElement? Member(JsonElement element, string name)
    {
        JsonElement? last = null;
        foreach (var member in element.EnumerateObject())
        {
            last = Shown(() => member.Name) == name ? member.Value : last;
        }

        return last;
    }

    /// <summary>The runtime's parser shows no text that has half a surrogate pair or invalid UTF-8 in it.</summary>
    private static string? Shown(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return Unshowable;
        }
    }
}
