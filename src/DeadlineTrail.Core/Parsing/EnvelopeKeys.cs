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

    /// <summary>Gives the key of the property name the reader is on.</summary>
    internal static Key Recognise(ref Utf8JsonReader name) => name.ValueSpan.Length switch
    {
        4 when name.ValueTextEquals("Type"u8) => Key.Notification,
        5 when name.ValueTextEquals("Event"u8) => Key.S3Test,
        6 when name.ValueTextEquals("detail"u8) => Key.Detail,
        6 when name.ValueTextEquals("Events"u8) || name.ValueTextEquals("events"u8) => Key.List,
        7 when name.ValueTextEquals("Records"u8) => Key.List,
        7 when name.ValueTextEquals("message"u8) => Key.Message,
        8 when name.ValueTextEquals("TopicArn"u8) => Key.Topic,
        8 when name.ValueTextEquals("s3Bucket"u8) => Key.Delivery,
        9 when name.ValueTextEquals("logEvents"u8) => Key.List,
        10 when name.ValueTextEquals("timeWindow"u8) => Key.Aggregated,
        11 when name.ValueTextEquals("detail-type"u8) => Key.DetailType,
        15 when name.ValueTextEquals("CloudTrailEvent"u8) => Key.CloudTrailEvent,
        15 when name.ValueTextEquals("digestStartTime"u8) => Key.Digest,
        _ => Key.Other,
    };

    /// <summary>Notes a key with the value the reader is on.</summary>
    internal void Note(Key key, ref Utf8JsonReader value)
    {
        switch (key)
        {
            case Key.CloudTrailEvent or Key.Message when value.TokenType == JsonTokenType.String:
                if (Wrapped == 0 || key == Key.CloudTrailEvent)
                {
                    Wrapped = (int)value.TokenStartIndex;
                }

                break;
            case Key.Detail when value.TokenType == JsonTokenType.StartObject:
                Detail = (int)value.TokenStartIndex;
                break;
            case Key.DetailType when value.TokenType == JsonTokenType.String:
                DetailType = JsonText.Decode(ref value);
                break;
            case Key.List when value.TokenType != JsonTokenType.StartArray:
                return;
        }

        _seen |= key;
    }

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
    [System.Flags]
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
