using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DeadlineTrail.Deadline;
using DeadlineTrail.Parsing;

namespace DeadlineTrail;

/// <summary>
/// One event of the trail: who did what, when, from where, and whether it worked.
/// </summary>
/// <remarks>
/// An event owns the exact text of its record (<see cref="Raw"/>) and reads from it what it is asked for; it keeps nothing
/// else, so reading it from several threads is safe, and properties never throw. A value the record does not have is null.
/// </remarks>
public sealed partial class TrailEvent
{
    private readonly byte[] _record;
    private readonly int[] _starts;
    private readonly string? _originPath;
    private readonly long _originRecord;
    private readonly long _ticks;
    private readonly bool _isRecovered;
    private bool _isOutOfOrder;

    internal TrailEvent(in ParsedElement parsed, string? originPath, long originRecord, bool isRecovered)
    {
        _record = parsed.Json.ToArray();
        _starts = parsed.Starts.ToArray();
        _ticks = parsed.EventTicks;
        _originPath = originPath;
        _originRecord = originRecord;
        _isRecovered = isRecovered;
    }

    /// <summary>Gets the time at which the call was completed, as local time (<c>eventTime</c>, to the second).</summary>
    public DateTime EventTime => new DateTime(_ticks, DateTimeKind.Utc).ToLocalTime();

    /// <summary>Gets the same instant in UTC, as <c>yyyy-MM-ddTHH:mm:ssZ</c>: the order of these texts is the order in time,
    /// also in the hour that autumn repeats (<c>eventTime</c>).</summary>
    public string EventTimeUtc => Text(RecordField.EventTime) is { Length: EventTimeText.Length } text
        ? text
        : new DateTime(_ticks).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Gets the operation, such as <c>UpdateQueue</c> (<c>eventName</c>).</summary>
    public string EventName => Text(RecordField.EventName) ?? string.Empty;

    /// <summary>Gets the service that was called, such as <c>deadline.amazonaws.com</c> (<c>eventSource</c>).</summary>
    public string EventSource => Text(RecordField.EventSource) ?? string.Empty;

    /// <summary>Gets the AWS Region the call was made to (<c>awsRegion</c>).</summary>
    public string? Region => Text(RecordField.AwsRegion);

    /// <summary>Gets the account the event was delivered to (<c>recipientAccountId</c>); in records older than event
    /// version 1.02, the account of the caller (<c>userIdentity.accountId</c>).</summary>
    public string? AccountId => Filled(Text(RecordField.RecipientAccountId)) ?? Actor.AccountId;

    /// <summary>Gets the event's identifier, by which duplicates are known (<c>eventID</c>).</summary>
    public string? EventId => Filled(Text(RecordField.EventID));

    /// <summary>Gets the request's identifier (<c>requestID</c>); null for sign-ins and events of a service.</summary>
    public string? RequestId => Filled(Text(RecordField.RequestID));

    /// <summary>Gets the kind of the event, such as <c>AwsApiCall</c> or <c>AwsServiceEvent</c> (<c>eventType</c>).</summary>
    public string? EventType => Text(RecordField.EventType);

    /// <summary>Gets the version of the record's format, such as <c>1.11</c> (<c>eventVersion</c>).</summary>
    public string? EventVersion => Text(RecordField.EventVersion);

    /// <summary>
    /// Gets where such an event is recorded: <c>Management</c>, <c>Data</c>, <c>Insight</c>, <c>NetworkActivity</c> or
    /// <c>Unknown</c> (<c>eventCategory</c>, else <c>managementEvent</c>, else the catalogue of operations).
    /// </summary>
    public string EventClass => EventClasses.Of(this);

    /// <summary>Gets <c>Read</c> or <c>Write</c> (<c>readOnly</c>, else the catalogue of operations); null where neither says.</summary>
    public string? Access => Flag(RecordField.ReadOnly) switch
    {
        true => "Read",
        false => "Write",
        null => Action is { Access: "Read" or "Write" } action ? action.Access : null,
    };

    /// <summary>Gets a value indicating whether the call worked: the record has neither an error nor a failed sign-in
    /// (<c>errorCode</c>, <c>errorMessage</c>, <c>serviceEventDetails</c>).</summary>
    public bool Succeeded => CallOutcome.Succeeded(this);

    /// <summary>Gets a value indicating whether the call was refused for want of permission. <c>AccessDenied</c> and
    /// <c>AccessDeniedException</c> count alike (<c>errorCode</c>).</summary>
    public bool IsDenied => CallOutcome.IsDenied(ErrorCode);

    /// <summary>Gets the error, such as <c>AccessDenied</c> (<c>errorCode</c>); null when there is none.</summary>
    public string? ErrorCode => Filled(Text(RecordField.ErrorCode));

    /// <summary>Gets the error's text (<c>errorMessage</c>); CloudTrail cuts it at 1 KB.</summary>
    public string? ErrorMessage => Filled(Text(RecordField.ErrorMessage));

    /// <summary>Gets the address of the caller (<c>sourceIPAddress</c>): an IP address, the name of an AWS service, or
    /// <c>AWS Internal</c>.</summary>
    public string? SourceIPAddress => Filled(Text(RecordField.SourceIPAddress));

    /// <summary>Gets what the caller's program said of itself (<c>userAgent</c>); CloudTrail cuts it at 1 KB.</summary>
    public string? UserAgent => Filled(Text(RecordField.UserAgent));

    /// <summary>Gets where the event was read.</summary>
    public Origin Origin => new(_originPath, _originRecord, _isRecovered, _isOutOfOrder);

    /// <summary>Gets the path of the log file; null when the event did not come from a file.</summary>
    public string? OriginPath => _originPath;

    /// <summary>Gets the number of the record in its file, counted from 1; 0 when it was not counted.</summary>
    public long OriginRecord => _originRecord;

    /// <summary>Gets a value indicating whether the record was found by searching on behind damage. See
    /// <see cref="Origin.IsRecovered"/>.</summary>
    public bool IsRecovered => _isRecovered;

    /// <summary>Gets a value indicating whether the event came too late to stand in its place. See
    /// <see cref="Origin.IsOutOfOrder"/>.</summary>
    public bool IsOutOfOrder => _isOutOfOrder;

    /// <summary>Gets the exact bytes of the record.</summary>
    internal ReadOnlySpan<byte> Bytes => _record;

    /// <summary>Gets the ticks of the event time in UTC, by which everything is ordered.</summary>
    internal long Ticks => _ticks;

    /// <summary>Gets the operation's entry in the catalogue; null for another service's.</summary>
    internal TrailAction? Action =>
        Is(RecordField.EventSource, DeadlineService.EventSourceUtf8) && OperationCatalogue.Current.TryGet(EventName, out var action) ? action : null;

    /// <summary>Gives time, operation and actor.</summary>
    public override string ToString() => $"{EventTimeUtc} {EventName} {ActorName}";

    /// <summary>Marks the event as one that could not be put in its place in time.</summary>
    internal void MarkOutOfOrder() => _isOutOfOrder = true;

    /// <summary>Gets the bytes between the quotes of a text field, escapes as they stand; empty when it is absent.</summary>
    internal ReadOnlySpan<byte> TextBytes(RecordField field)
    {
        if (!Has(field))
        {
            return default;
        }

        var reader = ReaderAt(field);
        return reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
    }

    /// <summary>Whether a field is a text of that value.</summary>
    internal bool Is(RecordField field, ReadOnlySpan<byte> value)
    {
        if (!Has(field))
        {
            return false;
        }

        var reader = ReaderAt(field);
        return reader.TokenType == JsonTokenType.String && JsonTextBytes.Of(ref reader).SequenceEqual(value);
    }

    /// <summary>Gets a field as text: a string's value, another value as it stands in the record; null for null.</summary>
    internal string? Text(RecordField field)
    {
        if (!Has(field))
        {
            return null;
        }

        var reader = ReaderAt(field);
        return reader.TokenType switch
        {
            JsonTokenType.String => JsonText.Decode(ref reader),
            JsonTokenType.Null => null,
            JsonTokenType.StartObject or JsonTokenType.StartArray => CompactJson.Of(Json(field)),
            _ => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        };
    }

    /// <summary>Gets a flag, which records write as true, false, "true" or "false"; null when it is neither.</summary>
    internal bool? Flag(RecordField field) => Text(field) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>Gets a field's JSON; empty when it is absent.</summary>
    internal ReadOnlySpan<byte> Json(RecordField field)
    {
        if (!Has(field))
        {
            return default;
        }

        var reader = ReaderAt(field);
        reader.TrySkip();
        return _record.AsSpan(_starts[(int)field], (int)reader.BytesConsumed);
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private bool Has(RecordField field) => _starts[(int)field] != 0;

    private Utf8JsonReader ReaderAt(RecordField field)
    {
        var reader = new Utf8JsonReader(
            _record.AsSpan(_starts[(int)field]), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ElementParser.MaxDepth }));
        reader.Read();
        return reader;
    }
}
