using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DeadlineTrail.Testing.Loopback;

/// <summary>The file that "aws sso login" leaves: its name is the SHA-1 of the address, or of the session, one signed in at.</summary>
public static class SsoSignIn
{
    /// <summary>Signs somebody in.</summary>
    /// <param name="home">The home folder of whoever signs in.</param>
    /// <param name="place">The address or the session.</param>
    /// <param name="token">The token.</param>
    /// <param name="expires">When the token is over (UTC).</param>
    /// <param name="refreshToken">What a new token can be had for; null for nothing.</param>
    public static void Write(string home, string place, string token, DateTime expires, string? refreshToken = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(home, ".aws", "sso", "cache")).FullName;
#pragma warning disable CA5350 // The name of a file, as the AWS CLI makes it.
        string name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(place)));
#pragma warning restore CA5350
        string end = expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string renewal = refreshToken is null
            ? string.Empty
            : $$""","clientId":"loopback-client","clientSecret":"loopback-client-secret","registrationExpiresAt":"{{DateTime.UtcNow.AddDays(30):yyyy-MM-ddTHH:mm:ssZ}}","refreshToken":"{{refreshToken}}" """;
        File.WriteAllText(
            Path.Combine(folder, name + ".json"),
            $$"""{"startUrl":"https://example.awsapps.com/start","region":"eu-central-1","accessToken":"{{token}}","expiresAt":"{{end}}"{{renewal}}}""");
    }
}
