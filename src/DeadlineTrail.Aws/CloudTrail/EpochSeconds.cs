using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeadlineTrail.Aws.CloudTrail;

/// <summary>
/// "epoch-seconds: ... the number of seconds that have elapsed since 00:00:00 Coordinated Universal Time (UTC), Thursday,
/// 1 January 1970, with optional fractional precision", the timestamps of AWS JSON 1.1,
/// https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait.
/// </summary>
internal sealed class EpochSeconds : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var milliseconds = Math.Round(reader.GetDouble() * 1000);
        return milliseconds is > -62135596800000 and < 253402300800000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw new JsonException("The number of seconds is outside the range of times.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
