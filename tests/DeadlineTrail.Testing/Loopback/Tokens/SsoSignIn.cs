using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DeadlineTrail.Aws.Tests.Credentials;

/// <summary>The file that "aws sso login" leaves: its name is the SHA-1 of the address, or of the session, one signed in at.</summary>
internal static class SsoSignIn
{
    internal static void Write(string place, string token, DateTime expires, string? refreshToken = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AwsEnvironment.Folder, ".aws", "sso", "cache")).FullName;
#pragma warning disable CA5350 // The name of a file, as the AWS CLI makes it.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(place)));
#pragma warning restore CA5350
        var end = expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var renewal = refreshToken is null
            ? string.Empty
            : $$""","clientId":"loopback-client","clientSecret":"loopback-client-secret","registrationExpiresAt":"{{DateTime.UtcNow.AddDays(30):yyyy-MM-ddTHH:mm:ssZ}}","refreshToken":"{{refreshToken}}" """;
        File.WriteAllText(
            Path.Combine(folder, name + ".json"),
            $$"""{"startUrl":"https://example.awsapps.com/start","region":"eu-central-1","accessToken":"{{token}}","expiresAt":"{{end}}"{{renewal}}}""");
    }
}
