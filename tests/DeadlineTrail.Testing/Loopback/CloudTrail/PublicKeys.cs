using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text.Json;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.CloudTrail;

/// <summary>
/// "Returns all public keys whose private keys were used to sign the digest files within the specified time range. ... CloudTrail
/// uses different private and public key pairs per Region." - API_ListPublicKeys. "If not specified, the current time is used,
/// and the current public key is returned."
/// </summary>
internal sealed class PublicKeys(TimeProvider clock)
{
    private readonly ConcurrentBag<LoopbackPublicKey> _keys = [];

    public void Add(LoopbackPublicKey key) => _keys.Add(key);

    public Answer ListPublicKeys(AwsCall call, JsonElement json)
    {
        DateTimeOffset from = LookupRequest.Time(json, "StartTime") ?? clock.GetUtcNow(), to = LookupRequest.Time(json, "EndTime") ?? clock.GetUtcNow();
        if (from > to)
        {
            throw new CloudTrailException("InvalidTimeRangeException", "The start time has to be before the end time.");
        }

        return JsonAnswer.Ok(call, writer =>
        {
            writer.WriteStartArray("PublicKeyList");
            foreach (LoopbackPublicKey key in _keys.Where(key => key.Region == call.Region && key.From <= to && key.To >= from).OrderBy(key => key.From))
            {
                writer.WriteStartObject();
                writer.WriteBase64String("Value", key.Value.Span);
                writer.WritePropertyName("ValidityStartTime");
                writer.WriteRawValue(JsonTime.Plain(key.From));
                writer.WritePropertyName("ValidityEndTime");
                writer.WriteRawValue(JsonTime.Plain(key.To));
                writer.WriteString("Fingerprint", key.Fingerprint);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
