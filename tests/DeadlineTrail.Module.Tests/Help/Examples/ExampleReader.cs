using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// Finds the examples of a document: a block fenced as <c>powershell</c> is run, and one fenced as <c>Output</c> behind it
/// holds what it shows, as in Microsoft's own documentation. One fenced as <c>powershell aws</c> asks AWS. In a block fenced
/// as <c>sh</c>, the command that is given to the development shell is run. Commands that stand in any other way would never be
/// run, and nobody would notice: they are refused.
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

                Take(path, language, lines[from..at], from, steps);
            }
            else if (lines[at].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{path}({at + 1}): an indented fence is not seen as one.");
            }
            else if (IndentedCommand().IsMatch(lines[at]))
            {
                throw new InvalidDataException($"{path}({at + 1}): a command that is only indented is never run. Fence it as powershell or, if it cannot be run, as console.");
            }
        }

        if (steps.Count > 0)
        {
            yield return new Example(path, heading, steps);
        }
    }

    private static void Take(string path, string language, string[] block, int from, List<ExampleStep> steps)
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
                    else
                    {
                        RefuseCommand(path, from, [line]);
                    }
                }

                break;
            case "Output" when steps is [.., { Shown: null } last]:
                steps[^1] = last with { Shown = block, ShownFrom = from };
                break;
            case "Output":
                throw new InvalidDataException($"{path}({from}): a block of output follows no command.");
            case "" or "yaml":
                // The syntax and the metadata of a page, which PageAgreementTests hold against the cmdlets.
                break;
            case "console" or "csharp" or "json" or "text":
                RefuseCommand(path, from, block);
                break;
            default:
                throw new InvalidDataException($"{path}({from}): a block fenced as {language} is in no language whose examples are run, nor in one of those that are not.");
        }
    }

    private static void RefuseCommand(string path, int from, string[] block)
    {
        if (Array.FindIndex(block, line => OwnCommand().IsMatch(line)) is >= 0 and var at)
        {
            throw new InvalidDataException($"{path}({from + at + 1}): a command of the module in a block that is not run.");
        }
    }

    /// <summary>A block of code by its indentation, with a verb and a noun in it; what has backquotes is prose that goes on.</summary>
    [GeneratedRegex("""^(?: {4}|\t)[^`]*\b[A-Z][a-z]+-[A-Z][A-Za-z]+[^`]*$""")]
    private static partial Regex IndentedCommand();

    [GeneratedRegex("""\b[A-Z][A-Za-z]+-Deadline[A-Z]""")]
    private static partial Regex OwnCommand();

    [GeneratedRegex("""^dotnet run --project src/DeadlineTrail\.Shell -- -Command "(?<command>[^"]+)"$""")]
    private static partial Regex ShellCommand();
}
