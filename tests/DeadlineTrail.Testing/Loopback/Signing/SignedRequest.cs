using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DeadlineTrail.Testing.Loopback.Signing;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>
/// A client that signs with Signature V4, to fill a server or to ask it something where an SDK or the AWS command line would
/// have a part in the test. It shares no code with <see cref="SignatureV4"/>, which verifies.
/// </summary>
public static class SignedRequest
{
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    /// <summary>Sends a GET, or a POST when there is a body, or any other request after a change; every header it has is signed.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        Uri endpoint, string pathAndQuery, LoopbackKey key, string region = "us-east-1", string service = "s3",
        Action<HttpRequestMessage>? change = null, byte[]? body = null, DateTimeOffset? now = null, CancellationToken cancellation = default)
    {
        string stamp = (now ?? DateTimeOffset.UtcNow).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string hash = Convert.ToHexStringLower(SHA256.HashData(body ?? []));
        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(endpoint.GetLeftPart(UriPartial.Authority) + pathAndQuery));
        request.Headers.Host = endpoint.Authority;
        request.Headers.Add("x-amz-date", stamp);
        request.Headers.Add("x-amz-content-sha256", hash);
        if (key.SessionToken is not null)
        {
            request.Headers.Add("x-amz-security-token", key.SessionToken);
        }

        request.Content = body is null ? null : new ByteArrayContent(body);
        change?.Invoke(request);

        var signed = new SortedDictionary<string, string>(request.Headers.ToDictionary(each => each.Key.ToLowerInvariant(), each => string.Join(',', each.Value)), StringComparer.Ordinal);
        string names = string.Join(';', signed.Keys);
        string query = request.RequestUri!.Query.TrimStart('?');
        string canonicalQuery = string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => Escape(pair[0]) + "=" + Escape(pair.ElementAtOrDefault(1) ?? ""))
            .Order(StringComparer.Ordinal));
        string canonical = $"{request.Method}\n{string.Join('/', request.RequestUri.AbsolutePath.Split('/').Select(Escape))}\n{canonicalQuery}\n"
            + string.Concat(signed.Select(each => $"{each.Key}:{each.Value}\n")) + $"\n{names}\n{hash}";
        string scope = $"{stamp[..8]}/{region}/{service}/aws4_request";
        string toSign = $"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] signing = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey), Hmac);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={Convert.ToHexStringLower(Hmac(signing, toSign))}");
        return s_client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static string Escape(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
