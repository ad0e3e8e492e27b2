using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Module.Tests.Hosting;

namespace DeadlineTrail.Module.Tests.Architecture;

/// <summary>What a user gets: every file by name, so that nothing is shipped or left out by accident.</summary>
internal static class ShippedFiles
{
    public static IReadOnlyList<string> Core { get; } =
    [
        "DeadlineTrail.Core.dll",
        "DeadlineTrail.dll",
        "dependencies/AWSSDK.Core.dll",
        "dependencies/AWSSDK.S3.dll",
        "dependencies/AWSSDK.SSO.dll",
        "dependencies/AWSSDK.SSOOIDC.dll",
        "dependencies/AWSSDK.SecurityToken.dll",
        "dependencies/DeadlineTrail.Aws.dll",
    ];

    public static IReadOnlyList<string> Desktop { get; } =
    [
        "DeadlineTrail.Core.dll",
        "DeadlineTrail.dll",
        "dependencies/AWSSDK.Core.dll",
        "dependencies/AWSSDK.S3.dll",
        "dependencies/AWSSDK.SSO.dll",
        "dependencies/AWSSDK.SSOOIDC.dll",
        "dependencies/AWSSDK.SecurityToken.dll",
        "dependencies/DeadlineTrail.Aws.dll",
        "dependencies/Microsoft.Bcl.AsyncInterfaces.dll",
        "dependencies/System.Buffers.dll",
        "dependencies/System.Memory.dll",
        "dependencies/System.Numerics.Vectors.dll",
        "dependencies/System.Runtime.CompilerServices.Unsafe.dll",
        "dependencies/System.Text.Encodings.Web.dll",
        "dependencies/System.Text.Json.dll",
        "dependencies/System.Threading.Tasks.Extensions.dll",
        "dependencies/System.ValueTuple.dll",
    ];

    /// <summary>Views and types, the same for both.</summary>
    public static IReadOnlyList<string> Formats { get; } =
    [
        "DeadlineTrail.Format.ps1xml",
        "DeadlineTrail.Types.ps1xml",
    ];

    /// <summary>Beside bin/ and the help.</summary>
    public static IReadOnlyList<string> AtTheTop { get; } =
    [
        "DeadlineTrail.cdx.json",
        "DeadlineTrail.psd1",
        "LICENSE",
        "README.md",
        "SHA256SUMS",
        "THIRD-PARTY-NOTICES.txt",
    ];

    public static IReadOnlyList<string> Of(string edition) => edition == "Desktop" ? Desktop : Core;

    /// <summary>The full path of a shipped file of one edition.</summary>
    public static string Path(string edition, string file) => Checkout.In($"bin/{edition}/{file}");

    /// <summary>All files below a folder, as sorted relative paths with slashes.</summary>
    public static IReadOnlyList<string> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(System.StringComparer.Ordinal),
    ];
}
