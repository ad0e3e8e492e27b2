using System;
using System.Text;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>
/// Reads one element of a log, a JSON object: a record, or an envelope around one, or something else that lies in the
/// same places. Every token of what becomes an event is read, so nothing malformed passes.
/// </summary>
internal sealed class ElementParser
{
    /// <summary>Genuine records nest up to 11 deep; what is deeper than this is an attack, not a record.</summary>
    internal const int MaxDepth = 256;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    private readonly int[] _starts = new int[RecordFieldNames.Count];
    private byte[] _unwrapped = [];

    /// <summary>Parses an element.</summary>
    /// <param name="json">The object's bytes, from its opening brace to its closing one.</param>
    internal ParsedElement Parse(ReadOnlySpan<byte> json) => Parse(json, Envelope.None);

    /// <summary>Whether an object has a member of a name.</summary>
    /// <param name="json">The object's bytes, known to be valid JSON.</param>
    /// <param name="name">The name as it stands between its quotes.</param>
    internal static bool HasMember(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(json, Strict);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual(name))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private ParsedElement Parse(ReadOnlySpan<byte> json, Envelope inside)
    {
        Array.Clear(_starts, 0, _starts.Length);
        if (PlainElement.TryWalk(json, _starts) && Has(RecordField.EventSource) && Has(RecordField.EventName))
        {
            return JudgeRecord(json);
        }

        Array.Clear(_starts, 0, _starts.Length);
        var envelope = default(EnvelopeKeys);
        var reader = new Utf8JsonReader(json, Strict);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return NotAnObject(inside);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                // What System.Text.Json calls a name is the text between the quotes, escapes and all. CloudTrail
                // escapes none of its own; another writer might, so those are compared the long way.
                var name = JsonTextBytes.Of(ref reader);
                reader.Read();
                if (RecordFieldNames.TryGet(name, out var field))
                {
                    _starts[(int)field] = (int)reader.TokenStartIndex;
                }
                else
                {
                    envelope.Note(EnvelopeKeys.Recognise(name), ref reader);
                }

                reader.Skip();
            }

            // Anything behind the closing brace is damage; the scan that found the element's end ends there too.
            reader.Read();
        }
        catch (JsonException damage)
        {
            return ParsedElement.Damaged(JsonDamage.Position(json, damage), JsonDamage.Reason(damage));
        }

        return Judge(json, envelope, inside);
    }

    private ParsedElement Judge(ReadOnlySpan<byte> json, EnvelopeKeys envelope, Envelope inside)
    {
        if (Has(RecordField.EventSource) && Has(RecordField.EventName))
        {
            return JudgeRecord(json);
        }

        if (Has(RecordField.InsightDetails))
        {
            return ParsedElement.NotAnEvent("Insight event");
        }

        if (inside == Envelope.None)
        {
            if (envelope.Wrapped != 0)
            {
                return Unwrap(json.Slice(envelope.Wrapped), envelope.What);
            }

            if (envelope.Detail != 0)
            {
                return OpenDetail(json.Slice(envelope.Detail), envelope.DetailType);
            }

            if (envelope.IsContainer)
            {
                return ParsedElement.Container();
            }
        }

        return Has(RecordField.EventVersion) && (Has(RecordField.EventName) || Has(RecordField.EventTime) || Has(RecordField.EventID))
            && !Has(RecordField.EventCategory)
            ? ParsedElement.Damaged(0, "a CloudTrail record without " + Missing())
            : ParsedElement.NotAnEvent(envelope.Name(CategoryOf(json)));
    }

    private ParsedElement JudgeRecord(ReadOnlySpan<byte> json)
    {
        var reader = ReaderAt(json, RecordField.EventSource);
        if (reader.TokenType != JsonTokenType.String)
        {
            return ParsedElement.Damaged(_starts[(int)RecordField.EventSource], "its eventSource is not a text");
        }

        // S3 sends its own notifications in the same form: Records with eventSource, eventName and eventTime.
        if (JsonTextBytes.Of(ref reader).SequenceEqual("aws:s3"u8))
        {
            return ParsedElement.NotAnEvent("S3 event notification");
        }

        if (!Has(RecordField.EventTime))
        {
            return ParsedElement.Damaged(0, "a CloudTrail record without eventTime");
        }

        var start = _starts[(int)RecordField.EventTime];
        reader = ReaderAt(json, RecordField.EventTime);
        if (reader.TokenType != JsonTokenType.String
            || !EventTimeText.TryParse(JsonTextBytes.Of(ref reader), out var ticks))
        {
            return ParsedElement.Damaged(start, "its eventTime is not a time such as 2026-03-02T10:05:00Z");
        }

        return ParsedElement.Record(json, _starts, ticks);
    }

    private ParsedElement Unwrap(ReadOnlySpan<byte> value, string what)
    {
        var reader = new Utf8JsonReader(value, isFinalBlock: false, default);
        reader.Read();
        if (_unwrapped.Length < reader.ValueSpan.Length)
        {
            _unwrapped = new byte[reader.ValueSpan.Length];
        }

        var inner = JsonBlanks.Trim(CopyText(ref reader));
        if (inner.IsEmpty || inner[0] != '{')
        {
            return ParsedElement.NotAnEvent($"{what} that holds no CloudTrail record");
        }

        var parsed = Parse(inner, Envelope.Text);
        return parsed.Kind == ElementKind.Damaged
            ? ParsedElement.Damaged(0, $"inside the {what}, at byte {parsed.DamageAt} of its text: {parsed.Text}")
            : parsed;
    }

    private ReadOnlySpan<byte> CopyText(scoped ref Utf8JsonReader reader)
    {
        try
        {
            return _unwrapped.AsSpan(0, reader.CopyString(_unwrapped));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or invalid UTF-8: shown as U+FFFD, like everywhere, and no reason to refuse the rest.
            return Encoding.UTF8.GetBytes(JsonText.Decode(ref reader));
        }
    }

    private ParsedElement OpenDetail(ReadOnlySpan<byte> value, string? detailType)
    {
        var reader = new Utf8JsonReader(value, isFinalBlock: false, new JsonReaderState(Strict));
        reader.Read();
        reader.TrySkip();
        var parsed = Parse(value.Slice(0, (int)reader.BytesConsumed), Envelope.Detail);
        return parsed.Kind is ElementKind.Record or ElementKind.Damaged
            ? parsed
            : ParsedElement.NotAnEvent(detailType is null ? "EventBridge event" : $"EventBridge event \"{detailType}\"");
    }

    private static ParsedElement NotAnObject(Envelope inside) => inside == Envelope.None
        ? ParsedElement.Damaged(0, "not a JSON object")
        : ParsedElement.NotAnEvent("event that holds no CloudTrail record");

    private string? CategoryOf(ReadOnlySpan<byte> json)
    {
        if (!Has(RecordField.EventCategory))
        {
            return null;
        }

        var reader = ReaderAt(json, RecordField.EventCategory);
        return reader.TokenType == JsonTokenType.String ? JsonText.Decode(ref reader) : null;
    }

    private string Missing() => Has(RecordField.EventName) ? "eventSource" : Has(RecordField.EventSource) ? "eventName" : "eventSource and eventName";

    private bool Has(RecordField field) => _starts[(int)field] != 0;

    private Utf8JsonReader ReaderAt(ReadOnlySpan<byte> json, RecordField field)
    {
        var reader = new Utf8JsonReader(json.Slice(_starts[(int)field]), isFinalBlock: false, default);
        reader.Read();
        return reader;
    }

    private enum Envelope
    {
        None,
        Text,
        Detail,
    }
}
