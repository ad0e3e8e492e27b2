using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DeadlineTrail.Module.Tests.Help.Examples;

/// <summary>
/// What a terminal shows, made comparable. Documents show it as on a machine whose time zone is UTC, without blanks at the
/// ends of lines; a line of three dots stands for any lines.
/// </summary>
internal static partial class ShownText
{
    internal const string Ellipsis = "...";

    internal static IReadOnlyList<string> Lines(string terminal) =>
        Trim([.. InUtc(terminal).Split('\n').Select(line => line.TrimEnd())]);

    /// <summary>Whether lines are those a document shows.</summary>
    internal static bool Matches(IReadOnlyList<string> shown, IReadOnlyList<string> lines)
    {
        shown = Trim([.. shown.Select(line => line.TrimEnd())]);
        var parts = Parts(shown);
        if (parts.Count == 1)
        {
            return shown.SequenceEqual(lines, StringComparer.Ordinal);
        }

        var at = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            var wanted = parts[part];
            var found = part == 0 ? 0
                : part == parts.Count - 1 ? Math.Max(at, lines.Count - wanted.Count)
                : Find(lines, wanted, at);
            if (found < 0 || !lines.Skip(found).Take(wanted.Count).SequenceEqual(wanted, StringComparer.Ordinal))
            {
                return false;
            }

            at = found + wanted.Count;
        }

        return true;
    }

    /// <summary>The lines in the form in which the document has them: of those it leaves out, three dots.</summary>
    internal static IReadOnlyList<string> InTheFormOf(IReadOnlyList<string> shown, IReadOnlyList<string> lines)
    {
        var parts = Parts(Trim([.. shown.Select(line => line.TrimEnd())]));
        if (parts.Count == 1 || lines.Count <= parts[0].Count + parts[^1].Count)
        {
            return lines;
        }

        return [.. lines.Take(parts[0].Count), Ellipsis, .. lines.Skip(lines.Count - parts[^1].Count)];
    }

    private static int Find(IReadOnlyList<string> lines, List<string> wanted, int from)
    {
        for (var at = from; at <= lines.Count - wanted.Count; at++)
        {
            if (lines.Skip(at).Take(wanted.Count).SequenceEqual(wanted, StringComparer.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private static List<List<string>> Parts(IEnumerable<string> shown)
    {
        var parts = new List<List<string>> { new() };
        foreach (var line in shown)
        {
            if (line == Ellipsis)
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(line);
            }
        }

        return parts;
    }

    private static string[] Trim(string[] lines)
    {
        var from = Array.FindIndex(lines, line => line.Length > 0);
        var to = Array.FindLastIndex(lines, line => line.Length > 0);
        return from < 0 ? [] : lines[from..(to + 1)];
    }

    /// <summary>Local times, as the views show them, as those of a machine on UTC. They are as wide.</summary>
    private static string InUtc(string text) => LocalTime().Replace(text, match =>
        DateTime.ParseExact(match.Groups["time"].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal)
            .ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        + (match.Groups["zone"].Success ? " +00:00" : ""));

    [GeneratedRegex(@"\b(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?<zone> [+-]\d\d:\d\d)?")]
    private static partial Regex LocalTime();
}
