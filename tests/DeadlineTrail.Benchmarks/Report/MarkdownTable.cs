using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DeadlineTrail.Benchmarks.Report;

/// <summary>A Markdown table, its columns as wide as their widest cell.</summary>
/// <param name="header">Names of columns; those that begin with a blank hold numbers and are set to the right.</param>
internal sealed class MarkdownTable(params string[] header)
{
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void WriteTo(TextWriter writer)
    {
        int[] widths = [.. header.Select((name, column) => _rows.Select(row => row[column].Length).Append(name.Trim().Length).Max())];
        Write(writer, [.. header.Select(name => name.Trim())], widths);
        writer.WriteLine("| " + string.Join(" | ", header.Select((name, column) => IsNumber(name) ? new string('-', widths[column] - 1) + ":" : new string('-', widths[column]))) + " |");
        foreach (string[] row in _rows)
        {
            Write(writer, row, widths);
        }

        writer.WriteLine();
    }

    private void Write(TextWriter writer, string[] cells, int[] widths) =>
        writer.WriteLine("| " + string.Join(" | ", cells.Select((cell, column) => IsNumber(header[column]) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))) + " |");

    private static bool IsNumber(string name) => name[0] == ' ';
}
