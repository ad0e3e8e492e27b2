using System.Linq;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>
/// The last line of the canonical request, and whether the body keeps what it promises.
/// <para>
/// "HashedPayload - A string created using the payload in the body of the HTTP request as input to a hash function."
/// "The x-amz-content-sha256 header is required" by S3: the hash, UNSIGNED-PAYLOAD, or the name of a way of streaming: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.
/// </para>
/// </summary>
internal sealed record Payload(string Hash, Refusal? Refusal)
{
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    public static Payload Of(WireRequest request, Authorization authorization, byte[] signingKey)
    {
        string computed = SignatureV4.Hash(request.Body);
        if (authorization.Service != "s3")
        {
            return new Payload(computed, null);
        }

        string declared = request.Header("x-amz-content-sha256");
        return declared switch
        {
            Unsigned or StreamingPayload.UnsignedTrailer => new Payload(declared, null),
            StreamingPayload.Signed => new Payload(declared, StreamingPayload.Verify(request, authorization, signingKey) ? null : Wire.Refusal.SignatureMismatch),
            _ when declared == computed => new Payload(declared, null),
            _ when declared.Length == 64 && declared.All(char.IsAsciiHexDigitLower) => new Payload(declared, Wire.Refusal.PayloadMismatch),
            _ => new Payload(declared, Wire.Refusal.IncompleteSignature),
        };
    }
}
