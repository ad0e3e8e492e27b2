using System;
using System.IO;
using DeadlineTrail.Package.Contents;

namespace DeadlineTrail.Module.Tests.Hosting;

/// <summary>
/// The module that sessions import: packed anew from the build for each run of the tests, so that what is tested is what is
/// published; or the one that DEADLINETRAIL_MANIFEST names, as in tests/pester.
/// </summary>
internal static class ModuleUnderTest
{
    public static string Manifest { get; } = Environment.GetEnvironmentVariable("DEADLINETRAIL_MANIFEST") is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : Path.Combine(Packed(), "DeadlineTrail.psd1");

    private static string Packed()
    {
        var temporary = Directory.CreateTempSubdirectory("deadlinetrail-module-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(temporary);
        return PackageFolder.LayOut(Checkout.Root, temporary.FullName, projectUri: null);
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Windows does not delete what a process has loaded, not even as the process ends.
        }
    }
}
