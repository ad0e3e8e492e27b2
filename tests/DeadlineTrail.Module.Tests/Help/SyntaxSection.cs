using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Module.Tests.Help;

/// <summary>Writes the section of a page that nobody should have to write by hand, as platyPS would.</summary>
internal static partial class SyntaxSection
{
    private const int Width = 100;

    internal static void Write(string path, IEnumerable<ParameterSetHelp> sets)
    {
        var section = new StringBuilder("## SYNTAX\n\n");
        foreach (var set in sets)
        {
            section.Append("### ").Append(set.Name).Append(set.IsDefault ? " (Default)" : "").Append("\n\n```\n");
            section.AppendJoin('\n', Lines(set.Syntax)).Append("\n```\n\n");
        }

        var page = File.ReadAllText(path);
        var from = page.IndexOf("## SYNTAX\n", StringComparison.Ordinal);
        var to = page.IndexOf("## ALIASES\n", StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(page.AsSpan(0, from), section.ToString(), page.AsSpan(to)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static IEnumerable<string> Lines(string syntax)
    {
        var line = new StringBuilder();
        foreach (Match part in Part().Matches(syntax))
        {
            if (line.Length + 1 + part.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(' ');
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }

            line.Append(part.Value);
        }

        yield return line.ToString();
    }

    // A parameter stays with its type.
    [GeneratedRegex(@"\S*-\w+\]? <[^>]+>\]*|\S+")]
    private static partial Regex Part();
}
