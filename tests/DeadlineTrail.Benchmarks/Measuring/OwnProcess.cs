using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;

namespace DeadlineTrail.Benchmarks.Measuring;

/// <summary>This program, started once more.</summary>
internal static class OwnProcess
{
    internal static Process Start(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
