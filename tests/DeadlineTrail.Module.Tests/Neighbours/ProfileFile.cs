using System;
using System.IO;
using DeadlineTrail.Testing.Loopback;

namespace DeadlineTrail.Module.Tests.Neighbours;

/// <summary>A home folder with a credentials file of its own for one process.</summary>
internal sealed class ProfileFile : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("deadlinetrail-home-");

    public ProfileFile(string text) => File.WriteAllText(Path, text);

    public string Path => System.IO.Path.Combine(_home.FullName, "credentials");

    public string Home => _home.FullName;

    /// <summary>As after "aws sso login".</summary>
    public void SignIn(string startUrl, string token) => SsoSignIn.Write(Home, startUrl, token, DateTime.UtcNow.AddHours(4));

    public void Dispose() => _home.Delete(recursive: true);
}
