using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>
/// A body sent in signed chunks: "string(IntHexBase(chunk-size)) + ";chunk-signature=" + signature + \r\n + chunk-data + \r\n",
/// the last of size 0. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html.
/// </summary>
internal static class StreamingPayload
{
    public const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /// <summary>Chunks without signatures and a trailer with a checksum: the checksum is the client's own matter here.</summary>
    public const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// <summary>
    /// Whether each chunk's signature continues the one before. The string to sign is "AWS4-HMAC-SHA256-PAYLOAD", time stamp,
    /// scope, previous signature, hash of the empty string, hash of the chunk's data, on a line each; before the first chunk
    /// comes the "seed signature", that of the headers.
    /// </summary>
    public static bool Verify(WireRequest request, Authorization authorization, byte[] signingKey)
    {
        string previous = authorization.Signature, nothing = SignatureV4.Hash([]);
        bool ended = false;
        foreach ((string extension, ReadOnlyMemory<byte> data) in Chunks(request.Body))
        {
            string toSign = $"AWS4-HMAC-SHA256-PAYLOAD\n{request.Header("x-amz-date")}\n{authorization.Scope}\n{previous}\n{nothing}\n{SignatureV4.Hash(data.Span)}";
            previous = SignatureV4.Signature(signingKey, toSign);
            if (ended || extension != "chunk-signature=" + previous)
            {
                return false;
            }

            ended = data.IsEmpty;
        }

        return ended;
    }

    /// <summary>The body without its framing; the body itself when it is not sent in chunks.</summary>
    public static byte[] Content(WireRequest request)
    {
        if (request.Header("x-amz-content-sha256") is not (Signed or UnsignedTrailer))
        {
            return request.Body;
        }

        var content = new List<byte>(request.Body.Length);
        foreach ((_, ReadOnlyMemory<byte> data) in Chunks(request.Body))
        {
            content.AddRange(data.Span);
        }

        return [.. content];
    }

    private static IEnumerable<(string Extension, ReadOnlyMemory<byte> Data)> Chunks(byte[] body)
    {
        for (int at = 0; at < body.Length;)
        {
            int end = body.AsSpan(at).IndexOf("\r\n"u8);
            string[] head = end < 0 ? [""] : Encoding.ASCII.GetString(body, at, end).Split(';', 2);
            if (!int.TryParse(head[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || at + end + 2 + size > body.Length)
            {
                yield break;
            }

            at += end + 2;
            yield return (head.Length > 1 ? head[1] : "", body.AsMemory(at, size));
            if (size == 0)
            {
                yield break;
            }

            at += size + 2;
        }
    }
}
