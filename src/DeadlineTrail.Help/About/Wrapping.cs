using System.Collections.Generic;
using System.Text;

namespace DeadlineTrail.Help.About;

/// <summary>Breaks text into lines, between words. A word that is too long has a line of its own.</summary>
internal static class Wrapping
{
    internal static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', System.StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }

    /// <summary>The first line begins with a mark, the others with as many blanks.</summary>
    internal static IEnumerable<string> Hanging(string mark, string text, int width)
    {
        var lead = mark;
        foreach (var line in Lines(text, width - mark.Length))
        {
            yield return lead + line;
            lead = new string(' ', mark.Length);
        }
    }
}
