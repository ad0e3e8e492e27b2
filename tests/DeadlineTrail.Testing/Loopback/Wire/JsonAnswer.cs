using System;
using System.IO;
using System.Text.Json;

namespace DeadlineTrail.Testing.Loopback.Wire;

/// <summary>Answers of services that speak AWS JSON 1.1.</summary>
internal static class JsonAnswer
{
    private const string ContentType = "application/x-amz-json-1.1";

    public static Answer Ok(AwsCall call, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new Answer(200, ContentType, new AnswerBody(stream.ToArray())).With("x-amzn-RequestId", call.RequestId);
    }

    /// <summary>The error's name is the member <c>__type</c>: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html.</summary>
    public static Answer Error(AwsCall call, int status, string code, string message)
    {
        // The name comes with and without a namespace, the message with a small and a capital letter: clients have to take all.
        // Which service does which is not documented; CloudTrail's own are said with a namespace here, the common ones without.
        bool common = code is "AccessDeniedException" or "ThrottlingException" or "InternalFailure" || code.Contains("Token", StringComparison.Ordinal) || code.Contains("Signature", StringComparison.Ordinal);
        string body = JsonSerializer.Serialize(common
            ? new System.Collections.Generic.Dictionary<string, string> { ["__type"] = code, ["message"] = message }
            : new System.Collections.Generic.Dictionary<string, string> { ["__type"] = "com.amazonaws.cloudtrail.v20131101#" + code, ["Message"] = message });
        return new Answer(status, ContentType, body).With("x-amzn-RequestId", call.RequestId);
    }
}
