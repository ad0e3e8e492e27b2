using System;
using System.Text.Json;

namespace DeadlineTrail.Parsing;

/// <summary>
/// The keys by which something that is not itself a record is known: the envelopes that carry records, and the other
/// files and messages that lie where records lie.
/// </summary>
internal struct EnvelopeKeys
{
    private Key _seen;

    /// <summary>Gets the offset of a text that should hold a record, or 0.</summary>
    internal int Wrapped { get; private set; }

    /// <summary>Gets what the text was wrapped in.</summary>
    internal readonly string What => (_seen & Key.CloudTrailEvent) != 0 ? "LookupEvents event" : "CloudWatch Logs event";

    /// <summary>Gets the offset of an EventBridge event's detail, or 0.</summary>
    internal int Detail { get; private set; }

    /// <summary>Gets the EventBridge event's detail-type, or null.</summary>
    internal string? DetailType { get; private set; }

    /// <summary>Gets a value indicating whether the object holds a list of elements.</summary>
    internal readonly bool IsContainer => (_seen & Key.List) != 0;

    /// <summary>Gives the key of a name.</summary>
    internal static Key Recognise(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("Type"u8) => Key.Notification,
        5 when name.SequenceEqual("Event"u8) => Key.S3Test,
        6 when name.SequenceEqual("detail"u8) => Key.Detail,
        7 when name.SequenceEqual("message"u8) => Key.Message,
        8 when name.SequenceEqual("TopicArn"u8) => Key.Topic,
        8 when name.SequenceEqual("s3Bucket"u8) => Key.Delivery,
        10 when name.SequenceEqual("timeWindow"u8) => Key.Aggregated,
        11 when name.SequenceEqual("detail-type"u8) => Key.DetailType,
        15 when name.SequenceEqual("CloudTrailEvent"u8) => Key.CloudTrailEvent,
        15 when name.SequenceEqual("digestStartTime"u8) => Key.Digest,
        _ => JsonFollower.IsListName(name) ? Key.List : Key.Other,
    };

    /// <summary>Notes a key with the value the reader is on.</summary>
    internal void Note(Key key, ref Utf8JsonReader value)
    {
        switch (key)
        {
            case Key.CloudTrailEvent:
                Wrapped = TextStart(ref value);
                break;
            case Key.Message when (_seen & Key.CloudTrailEvent) == 0:
                Wrapped = TextStart(ref value);
                break;
            case Key.Detail:
                Detail = value.TokenType == JsonTokenType.StartObject ? (int)value.TokenStartIndex : 0;
                break;
            case Key.DetailType:
                DetailType = value.TokenType == JsonTokenType.String ? JsonText.Decode(ref value) : null;
                break;
            case Key.List when value.TokenType != JsonTokenType.StartArray:
                return;
        }

        _seen |= key;
    }

    private static int TextStart(ref Utf8JsonReader value) => value.TokenType == JsonTokenType.String ? (int)value.TokenStartIndex : 0;

    /// <summary>Names what the object is, for a reader who wonders why it gave no event.</summary>
    /// <param name="category">The object's own eventCategory, or null.</param>
    internal readonly string Name(string? category) => _seen switch
    {
        _ when (_seen & Key.Digest) != 0 => "CloudTrail digest",
        _ when (_seen & Key.Aggregated) != 0 || category == "Aggregated" => "CloudTrail aggregated event",
        _ when (_seen & Key.Topic) != 0 && (_seen & Key.Notification) != 0 => "SNS notification",
        _ when (_seen & Key.Delivery) != 0 => "CloudTrail delivery notification",
        _ when (_seen & Key.S3Test) != 0 => "S3 test notification",
        _ when category is not null => $"record of the category \"{category}\" without eventSource and eventName",
        _ => "JSON object that is not a CloudTrail record",
    };

    /// <summary>The keys.</summary>
    [Flags]
    internal enum Key
    {
        Other = 0,
        CloudTrailEvent = 1,
        Message = 2,
        Detail = 4,
        DetailType = 8,
        Digest = 16,
        Aggregated = 32,
        Notification = 64,
        Topic = 128,
        Delivery = 256,
        S3Test = 512,
        List = 1024,
    }
}
