using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Package.Contents;

/// <summary>What is published, by name: a file that is not named here is not shipped. A test holds this against the build.</summary>
internal static class PackageContents
{
    internal const string Manifest = "DeadlineTrail.psd1";

    // As $PSEdition says it, and what the build for it is called.
    private static readonly Dictionary<string, string> _editions = new() { ["Desktop"] = "net472", ["Core"] = "net8.0" };

    private static readonly string[] _ownAssemblies = ["DeadlineTrail.dll", "DeadlineTrail.Core.dll", "dependencies/DeadlineTrail.Aws.dll"];

    private static readonly string[] _formats = ["DeadlineTrail.Format", "DeadlineTrail.Types"];

    private static readonly string[] _awsSdk = ["AWSSDK.Core", "AWSSDK.S3", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC"];

    private static readonly string[] _desktopOnly =
    [
        "Microsoft.Bcl.AsyncInterfaces",
        "System.Buffers",
        "System.Memory",
        "System.Numerics.Vectors",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Text.Encodings.Web",
        "System.Text.Json",
        "System.Threading.Tasks.Extensions",
        "System.ValueTuple",
    ];

    /// <summary>What Authenticode signs: all of our own that PowerShell or the runtime loads as code.</summary>
    internal static IReadOnlyList<string> Signable { get; } =
    [
        Manifest,
        .. _formats.Select(name => $"bin/formats/{name}.ps1xml"),
        .. _editions.Keys.SelectMany(edition => _ownAssemblies.Select(file => $"bin/{edition}/{file}")),
    ];

    /// <summary>Other people's assemblies, from their packages as they are.</summary>
    internal static IReadOnlyList<string> ThirdParty { get; } =
    [
        .. _editions.Keys.SelectMany(edition => _awsSdk.Select(name => $"bin/{edition}/dependencies/{name}.dll")),
        .. _desktopOnly.Select(name => $"bin/Desktop/dependencies/{name}.dll"),
    ];

    internal static IReadOnlyList<string> AtTheTop { get; } = ["LICENSE", "README.md"];

    /// <summary>Everything that is copied from a checkout: the lists above, and the help of each page there is.</summary>
    internal static IReadOnlyList<string> In(string checkout) =>
        [.. Signable.Concat(ThirdParty).Concat(AtTheTop).Concat(Help(checkout)).Order(StringComparer.Ordinal)];

    /// <summary>The framework that an assembly below <c>bin/</c> is built for.</summary>
    internal static string FrameworkOf(string file) => _editions[file.Split('/')[1]];

    private static IEnumerable<string> Help(string checkout) =>
        Directory.GetFiles(Path.Combine(checkout, "docs", "en-US"), "about_*.md")
            .Select(page => $"en-US/{Path.GetFileNameWithoutExtension(page)}.help.txt")
            .Append("en-US/DeadlineTrail.dll-Help.xml");
}
