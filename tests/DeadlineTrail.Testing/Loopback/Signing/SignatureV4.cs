using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DeadlineTrail.Testing.Loopback.Wire;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>
/// AWS Signature Version 4, computed as its specification says and by nothing else: it shares no code with any SDK.
/// The quotations are from "Create a signed AWS API request",
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal static class SignatureV4
{
    /// <summary>
    /// Step 1, "Create a canonical request by concatenating the following strings, separated by newline characters":
    /// HTTPMethod, CanonicalUri, CanonicalQueryString, CanonicalHeaders, SignedHeaders, HashedPayload. Each canonical header
    /// ends with a newline of its own, so an empty line stands before the list of signed headers.
    /// </summary>
    public static string CanonicalRequest(WireRequest request, Authorization authorization, string hashedPayload)
    {
        var text = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(CanonicalUri(request.Path, authorization.Service)).Append('\n')
            .Append(CanonicalQueryString(request.Query)).Append('\n');
        foreach (string name in authorization.SignedHeaders)
        {
            text.Append(CanonicalHeader(name, request.Header(name))).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', authorization.SignedHeaders).Append('\n').Append(hashedPayload).ToString();
    }

    /// <summary>
    /// Step 3, "Create a string to sign by concatenating the following strings, separated by newline characters": the
    /// algorithm, "the date and time used in the credential scope", the credential scope, and the hash of the canonical request.
    /// </summary>
    public static string StringToSign(string stamp, string scope, string canonicalRequest) =>
        $"{Authorization.Algorithm}\n{stamp}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>
    /// Step 4: "DateKey = HMAC-SHA256("AWS4"+"&lt;SecretAccessKey&gt;", "&lt;YYYYMMDD&gt;"); DateRegionKey = HMAC-SHA256(&lt;DateKey&gt;,
    /// "&lt;aws-region&gt;"); DateRegionServiceKey = HMAC-SHA256(&lt;DateRegionKey&gt;, "&lt;aws-service&gt;"); SigningKey =
    /// HMAC-SHA256(&lt;DateRegionServiceKey&gt;, "aws4_request")".
    /// </summary>
    public static byte[] SigningKey(string secret, Authorization authorization)
    {
        byte[] dateKey = Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), authorization.Date);
        byte[] regionKey = Hmac(dateKey, authorization.Region);
        byte[] serviceKey = Hmac(regionKey, authorization.Service);
        return Hmac(serviceKey, "aws4_request");
    }

    /// <summary>Step 5: "signature = hex(HMAC-SHA256(SigningKey, StringToSign))", in lower case.</summary>
    public static string Signature(byte[] signingKey, string stringToSign) => Convert.ToHexStringLower(Hmac(signingKey, stringToSign));

    /// <summary>"Lowercase base 16 encoding" of the SHA-256 hash.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// "CanonicalUri - The URI-encoded version of the absolute path component URL (everything between the host and the question
    /// mark character (?) that starts the query string parameters). If the absolute path is empty, use a forward slash
    /// character (/)." "Each path segment must be URI-encoded twice (except for Amazon S3 which only gets URI-encoded once)":
    /// what is on the wire has been encoded once.
    /// </summary>
    private static string CanonicalUri(string path, string service) => UriEncoding.Encode(
        path.Length == 0 ? "/"u8 : service == "s3" ? UriEncoding.Decode(path) : Encoding.UTF8.GetBytes(path), keepSlash: true);

    /// <summary>
    /// "CanonicalQueryString - The URL-encoded query string parameters, separated by ampersands (&amp;). Percent-encode reserved
    /// characters, including the space character. Encode names and values separately. If there are empty parameters, append
    /// the equals sign to the parameter name before encoding. After encoding, sort the parameters alphabetically by key name."
    /// </summary>
    private static string CanonicalQueryString(string query) => string.Join('&', UriEncoding.Parameters(query)
        .Select(parameter => (Name: Encoded(parameter.Name), Value: Encoded(parameter.Value)))
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => parameter.Name + "=" + parameter.Value));

    private static string Encoded(string text) => UriEncoding.Encode(Encoding.UTF8.GetBytes(text), keepSlash: false);

    /// <summary>
    /// "Header names must use lowercase characters, must appear in alphabetical order, and must be followed by a colon (:). For
    /// the values, trim any leading or trailing spaces, convert sequential spaces to a single space, and separate the values
    /// for a multi-value header using commas."
    /// </summary>
    private static string CanonicalHeader(string name, string value) =>
        name + ":" + string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
