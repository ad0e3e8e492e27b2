using System;
using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DeadlineTrail.Testing.Calls;

/// <summary>Writes records as CloudTrail does: compact, on one line, members in the order of AWS's own examples.</summary>
internal sealed class RecordWriter : IDisposable
{
    /// <summary>CloudTrail escapes no more than JSON asks for.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public RecordWriter() => _json = new Utf8JsonWriter(
        _buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The record's text; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(TrailRecord record)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("eventVersion"u8, record.Version);
        Part("userIdentity", record.IdentityJson);
        _json.WriteString("eventTime"u8, Stamp(record.Time));
        Source(record);
        _json.WriteString("eventName"u8, record.Name);
        _json.WriteString("awsRegion"u8, record.Region);
        _json.WriteString("sourceIPAddress"u8, record.Address);
        Text("userAgent", record.Agent);
        Text("errorCode", record.ErrorCode);
        Text("errorMessage", record.ErrorMessage);
        Part("requestParameters", record.RequestJson ?? "null");
        Part("responseElements", record.ResponseJson ?? "null");
        Part("additionalEventData", record.AdditionalJson);
        Text("requestID", record.RequestId);
        _json.WriteString("eventID"u8, record.EventId);
        Flag("readOnly", record.ReadOnly);
        Part("resources", record.ResourcesJson);
        _json.WriteString("eventType"u8, record.EventType);
        Text("apiVersion", record.ApiVersion);
        Flag("managementEvent", record.Management);
        _json.WriteString("recipientAccountId"u8, record.Account);
        Text("sharedEventID", record.SharedEventId);
        Part("serviceEventDetails", record.ServiceDetailsJson);
        Text("vpcEndpointId", record.VpcEndpointId);
        Text("eventCategory", record.Category);
        Part("addendum", record.AddendumJson);
        Part("tlsDetails", record.TlsJson);

        // A string, not a boolean, in every example AWS gives.
        Text("sessionCredentialFromConsole", record.FromConsole ? "true" : null);
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>The form of every time in a log: <c>2026-03-02T09:15:04Z</c>.</summary>
    public static string Stamp(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A JSON string with its quotes.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    public void Dispose() => _json.Dispose();

    private void Source(TrailRecord record)
    {
        _json.WritePropertyName("eventSource"u8);
        if (record.EscapedSource)
        {
            _json.WriteRawValue($"\"\\u{(int)record.Source[0]:x4}{record.Source[1..]}\"", skipInputValidation: true);
        }
        else
        {
            _json.WriteStringValue(record.Source);
        }
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Flag(string name, bool? value)
    {
        if (value is bool flag)
        {
            _json.WriteBoolean(name, flag);
        }
    }

    private void Part(string name, string? json)
    {
        if (json is not null)
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(json, skipInputValidation: true);
        }
    }
}
