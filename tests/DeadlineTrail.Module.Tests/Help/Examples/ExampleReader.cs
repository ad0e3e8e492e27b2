using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// Finds the examples of a document: a block fenced as <c>powershell</c> is run, and one fenced as <c>Output</c> behind it
/// holds what it shows, as in Microsoft's own documentation. One fenced as <c>powershell aws</c> asks AWS. In a block fenced
/// as <c>sh</c>, the command that is given to the development shell is run.
/// </summary>
internal static partial class ExampleReader
{
    private const string Fence = "```";

    internal static IEnumerable<Example> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var heading = "";
        var steps = new List<ExampleStep>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith('#'))
            {
                if (steps.Count > 0)
                {
                    yield return new Example(path, heading, steps);
                }

                heading = lines[at].TrimStart('#', ' ');
                steps = [];
            }
            else if (lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                var language = lines[at][Fence.Length..];
                var from = at + 1;
                at = Array.IndexOf(lines, Fence, from);
                if (at < 0)
                {
                    throw new InvalidDataException($"{path}({from}): the block is never closed.");
                }

                Take(language, lines[from..at], from, steps);
            }
        }

        if (steps.Count > 0)
        {
            yield return new Example(path, heading, steps);
        }
    }

    private static void Take(string language, string[] block, int from, List<ExampleStep> steps)
    {
        switch (language)
        {
            case "powershell":
                steps.Add(new ExampleStep(string.Join('\n', block), null, 0));
                break;
            case "powershell aws":
                steps.Add(new ExampleStep(string.Join('\n', block), null, 0, NeedsAws: true));
                break;
            case "sh":
                foreach (var line in block)
                {
                    if (ShellCommand().Match(line) is { Success: true } command)
                    {
                        steps.Add(new ExampleStep(command.Groups["command"].Value, null, 0));
                    }
                }

                break;
            case "Output" when steps is [.., { Shown: null } last]:
                steps[^1] = last with { Shown = block, ShownFrom = from };
                break;
            case "Output":
                throw new InvalidDataException($"Line {from}: a block of output follows no command.");
        }
    }

    [GeneratedRegex("""^dotnet run --project src/DeadlineTrail\.Shell -- -Command "(?<command>[^"]+)"$""")]
    private static partial Regex ShellCommand();
}
