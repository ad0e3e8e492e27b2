using System;
using System.IO;
using DeadlineTrail.Help.Pages;

namespace DeadlineTrail.Help;

/// <summary><c>DeadlineTrail.Help docs/en-US en-US</c>: from pages to what Get-Help reads.</summary>
internal static class Program
{
    private const int Done = 0, Failed = 1;

    private static int Main(string[] arguments) => Run(arguments, Console.Out, Console.Error);

    internal static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        if (arguments is not [var pages, var folder])
        {
            error.WriteLine("Usage: DeadlineTrail.Help <folder of pages> <folder for help files>");
            return Failed;
        }

        try
        {
            foreach (var file in HelpFolder.Make(pages, folder))
            {
                output.WriteLine(file);
            }

            return Done;
        }
        catch (PageException wrong)
        {
            // In the form in which MSBuild recognises an error, so that the build names the page and the line.
            error.WriteLine($"{wrong.Path}({wrong.Line}): error HELP: {wrong.Message}");
            return Failed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine("error HELP: " + problem.Message);
            return Failed;
        }
    }
}
