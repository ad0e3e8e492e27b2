using System;
using System.Collections.Generic;
using System.Linq;
using DeadlineTrail.Help.Model;

namespace DeadlineTrail.Help.About;

/// <summary>A table as text: columns as wide as they must be, the widest of them wrapped where the line is too long.</summary>
internal static class GridText
{
    private const string Gap = "  ";
    private const int Narrowest = 12;

    internal static IEnumerable<string> Lines(Grid grid, int width)
    {
        var widths = Widths(grid, width);
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            foreach (var line in Row(grid.Rows[row], widths))
            {
                yield return line;
            }

            if (row == 0)
            {
                yield return string.Join(Gap, widths.Select(column => new string('-', column)));
            }
        }
    }

    private static int[] Widths(Grid grid, int width)
    {
        var columns = grid.Rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, columns).Select(column => grid.Rows.Max(row => column < row.Count ? row[column].Length : 0)).ToArray();
        var room = width - (Gap.Length * (columns - 1));
        while (widths.Sum() > room)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Narrowest)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = widths.Select((width, column) => Wrapping.Lines(column < cells.Count ? cells[column] : "", width).ToArray()).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Length); line++)
        {
            yield return string.Join(Gap, wrapped.Select((cell, column) => (line < cell.Length ? cell[line] : "").PadRight(widths[column]))).TrimEnd();
        }
    }
}
