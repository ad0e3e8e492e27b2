using System;
using System.Collections.Generic;

namespace DeadlineTrail.Testing.Loopback.Signing;

/// <summary>
/// The <c>Authorization</c> header of a signed request.
/// <para>
/// Its form is <c>AWS4-HMAC-SHA256 Credential=access-key/YYYYMMDD/region/service/aws4_request, SignedHeaders=host;x-amz-date,
/// Signature=...</c>: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, step 6.
/// </para>
/// </summary>
internal sealed record Authorization(
    string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>"The credential scope. This restricts the resulting signature to the specified Region and service. The string has the following format: YYYYMMDD/region/service/aws4_request."</summary>
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Null when the text is not such a header. The space after the commas is optional (S3's own examples have none).</summary>
    public static Authorization? Parse(string header)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        string? credential = null, signedHeaders = null, signature = null;
        foreach (string part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            (string name, string value) = part.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (part[..at], part[(at + 1)..]) : (part, "");
            switch (name)
            {
                case "Credential": credential = value; break;
                case "SignedHeaders": signedHeaders = value; break;
                case "Signature": signature = value; break;
                default: return null;
            }
        }

        return credential?.Split('/') is [var key, var date, var region, var service, "aws4_request"] && signedHeaders is { Length: > 0 } && signature is { Length: 64 }
            ? new Authorization(key, date, region, service, signedHeaders.Split(';'), signature)
            : null;
    }
}
