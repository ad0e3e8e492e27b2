using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>A home folder with a credentials file of its own for one process.</summary>
internal sealed class ProfileFile : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("deadlinetrail-home-");

    public ProfileFile(string text) => File.WriteAllText(Path, text);

    public string Path => System.IO.Path.Combine(_home.FullName, "credentials");

    public string Home => _home.FullName;

    /// <summary>The file that "aws sso login" leaves: its name is the SHA-1 of the address one signed in at.</summary>
    public void SignIn(string startUrl, string token)
    {
#pragma warning disable CA5350 // The name of a file, as the AWS CLI makes it.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(startUrl)));
#pragma warning restore CA5350
        var cache = _home.CreateSubdirectory(".aws/sso/cache");
        var expires = DateTime.UtcNow.AddHours(4).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        File.WriteAllText(System.IO.Path.Combine(cache.FullName, name + ".json"), $$"""{"startUrl":"{{startUrl}}","region":"eu-central-1","accessToken":"{{token}}","expiresAt":"{{expires}}"}""");
    }

    public void Dispose() => _home.Delete(recursive: true);
}
