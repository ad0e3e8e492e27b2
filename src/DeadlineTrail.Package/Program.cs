using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DeadlineTrail.Package.Contents;

namespace DeadlineTrail.Package;

/// <summary>The steps of <c>build.ps1</c>'s Package and Publish that need no PowerShell.</summary>
internal static class Program
{
    private const int Done = 0, Failed = 1;

    private const string Usage = """
        Usage: DeadlineTrail.Package lay-out <checkout> <destination> [<project URI>]   prints the package's folder
               DeadlineTrail.Package signable <folder>                                  prints the files that are ours to sign
               DeadlineTrail.Package seal <checkout> <folder> [signed]                  writes notices, bill and sums
               DeadlineTrail.Package may-publish <checkout> <destination>               prints the package's folder, or why not
        """;

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    internal static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            foreach (var line in Perform(arguments))
            {
                output.WriteLine(line);
            }

            return Done;
        }
        catch (Exception problem) when (problem is PackageException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return Failed;
        }
    }

    private static IReadOnlyList<string> Perform(string[] arguments)
    {
        switch (arguments)
        {
            case ["lay-out", var checkout, var destination]:
                return [PackageFolder.LayOut(checkout, destination, projectUri: null)];
            case ["lay-out", var checkout, var destination, var uri]:
                return [PackageFolder.LayOut(checkout, destination, ProjectUri(uri))];
            case ["signable", var folder]:
                return [.. PackageContents.Signable.Select(file => Path.Combine(folder, file))];
            case ["seal", var checkout, var folder]:
                return PackageFolder.Seal(checkout, folder, mustBeSigned: false);
            case ["seal", var checkout, var folder, "signed"]:
                return PackageFolder.Seal(checkout, folder, mustBeSigned: true);
            case ["may-publish", var checkout, var destination]:
                var package = PackageFolder.Of(checkout, destination);
                Publishing.Check(package);
                return [package];
            default:
                throw new PackageException(Usage);
        }
    }

    private static Uri ProjectUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new PackageException($"'{text}' is no address of a project: it begins with https://.");
}
