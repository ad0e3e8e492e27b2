using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>What came of checking a signature: who signed, or why it is refused and what was computed here.</summary>
internal sealed record SignatureVerdict(Refusal? Refusal, LoopbackKey? Key = null, string? CanonicalRequest = null, string? StringToSign = null);

/// <summary>"AWS then replicates this process and verifies the signature, granting or denying access accordingly."</summary>
internal sealed class SignatureCheck(KeyRing keys, TimeProvider clock)
{
    private const string StampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);

    /// <param name="request">The request.</param>
    /// <param name="service">The service it has to be signed for.</param>
    /// <param name="region">The Region it has to be signed for; null any.</param>
    public SignatureVerdict Check(WireRequest request, string service, string? region)
    {
        string header = request.Header("authorization");
        if (header.Length == 0)
        {
            return new SignatureVerdict(Refusal.Unsigned);
        }

        if (Authorization.Parse(header) is not { } authorization)
        {
            return new SignatureVerdict(Refusal.IncompleteSignature);
        }

        if (keys.Find(authorization.AccessKeyId) is not { } key)
        {
            return new SignatureVerdict(Refusal.UnknownKey);
        }

        return Refuse(request, authorization, key, service, region) is { } refusal
            ? new SignatureVerdict(refusal, key)
            : Compare(request, authorization, key);
    }

    private Refusal? Refuse(WireRequest request, Authorization authorization, LoopbackKey key, string service, string? region)
    {
        if (request.Header("x-amz-security-token") != (key.SessionToken ?? ""))
        {
            return Refusal.UnknownKey;
        }

        if (authorization.Service != service)
        {
            return Refusal.WrongService;
        }

        if (region is not null && authorization.Region != region)
        {
            return Refusal.WrongRegion;
        }

        DateTimeOffset now = clock.GetUtcNow();

        // "In most cases, a request must reach AWS within five minutes of the time stamp in the request"; S3 allows 15.
        TimeSpan tolerance = TimeSpan.FromMinutes(service == "s3" ? 15 : 5);
        string stamp = request.Header("x-amz-date");
        if (!DateTimeOffset.TryParseExact(stamp, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            || !stamp.StartsWith(authorization.Date, StringComparison.Ordinal)
            || (time - now).Duration() > tolerance)
        {
            return Refusal.ClockSkew;
        }

        if (key.Expires <= now)
        {
            return Refusal.ExpiredToken;
        }

        // "You must include the host header (HTTP/1.1) or the :authority header (HTTP/2), and any x-amz-* headers in the signature."
        return authorization.SignedHeaders.Contains("host")
            && authorization.SignedHeaders.SequenceEqual(authorization.SignedHeaders.Order(StringComparer.Ordinal))
            && !request.HeaderNames.Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).Except(authorization.SignedHeaders).Any()
            ? null
            : Refusal.HeadersNotSigned;
    }

    private static SignatureVerdict Compare(WireRequest request, Authorization authorization, LoopbackKey key)
    {
        byte[] signingKey = SignatureV4.SigningKey(key.SecretAccessKey, authorization);
        Payload payload = Payload.Of(request, authorization, signingKey);
        string stamp = request.Header("x-amz-date");
        string canonical = SignatureV4.CanonicalRequest(request, authorization, payload.Hash);
        string toSign = SignatureV4.StringToSign(stamp, authorization.Scope, canonical);
        string computed = SignatureV4.Signature(signingKey, toSign);
        bool same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(authorization.Signature));

        // A wrong signature is told before a wrong body: with a wrong secret both can be.
        return new SignatureVerdict(!same ? Refusal.SignatureMismatch : payload.Refusal, key, canonical, toSign);
    }
}
